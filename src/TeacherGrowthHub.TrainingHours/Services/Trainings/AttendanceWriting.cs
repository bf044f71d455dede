using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>Writes attendances; stored by the caller's SaveChanges.</summary>
internal static class AttendanceWriting
{
    /// <summary>Somebody passes the door of a session. The first time in and the first time out stand.</summary>
    /// <param name="tickedBy">The officer; null where the teacher does it.</param>
    /// <exception cref="RefusedException">Out without having been in.</exception>
    public static async Task PassAsync(
        this HubDbContext database,
        TrainingSession session,
        string teacherId,
        CodePurpose purpose,
        DateTime at,
        AttendanceMethod method,
        string? tickedBy,
        CancellationToken cancellationToken
    )
    {
        var attendance = await database
            .Set<Attendance>()
            .SingleOrDefaultAsync(row => row.SessionId == session.Id && row.TeacherId == teacherId, cancellationToken);
        if (purpose == CodePurpose.CheckOut)
        {
            if (attendance?.CheckedInAt is null)
                throw new RefusedException("还没有签到，不能签退。请找工作人员") { Field = "Code" };
            attendance.CheckedOutAt ??= at;
            return;
        }
        if (attendance is null)
            database.Add(
                attendance = new Attendance
                {
                    SessionId = session.Id,
                    TeacherId = teacherId,
                    Method = method,
                    TickedBy = tickedBy,
                }
            );
        attendance.CheckedInAt ??= at;
    }
}
