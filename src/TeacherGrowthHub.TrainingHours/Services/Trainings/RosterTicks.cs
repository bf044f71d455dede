using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>The officer's list of a session as it was posted.</summary>
/// <param name="Here">Teachers who were there.</param>
/// <param name="Out">Teachers who have checked out.</param>
/// <param name="Left">Who went early, and when by the wall clock.</param>
public sealed record RosterList(
    IReadOnlyCollection<string> Here,
    IReadOnlyCollection<string> Out,
    IReadOnlyDictionary<string, TimeOnly> Left
);

/// <summary>Staff note who was there: on the list, or by the personal code at the door.</summary>
public sealed class RosterTicks(
    HubDbContext database,
    TrainingLoader trainings,
    Rosters rosters,
    SiteSettings settings,
    CodeThrottle throttle,
    AuditTrail audit,
    TimeProvider clock
)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Takes the whole list of a session over; what a teacher's own code has noted stays as it is unless the tick is taken away.</summary>
    public async Task SaveAsync(
        string id,
        string sessionId,
        RosterList list,
        HubUser officer,
        CancellationToken cancellationToken = default
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var (training, session) = await OpenAsync(id, sessionId, officer, cancellationToken);
        var rows = (await rosters.OfAsync(training, cancellationToken)).Where(row => row.HasPlace).ToList();
        foreach (var row in rows)
            Take(row, session, list, officer);
        var present = rows.Count(row => list.Here.Contains(row.TeacherId));
        Record("Training.RosterSaved", training, session, officer, new { Present = present });
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Checks everybody out who is in and has not gone, with the session's end.</summary>
    /// <returns>How many.</returns>
    public async Task<int> CheckOutAllAsync(string id, string sessionId, HubUser officer, CancellationToken cancellationToken = default)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var (training, session) = await OpenAsync(id, sessionId, officer, cancellationToken);
        var window = CheckInWindow.Of(session, await settings.GetAsync<TrainingSettings>(cancellationToken));
        if (Now < window.OutFrom)
            window.Ensure(CodePurpose.CheckOut, Now);
        var staying = await database
            .Set<Attendance>()
            .Where(row => row.SessionId == sessionId && row.CheckedInAt != null && row.CheckedOutAt == null)
            .ToListAsync(cancellationToken);
        foreach (var attendance in staying)
            (attendance.CheckedOutAt, attendance.TickedBy) = (session.End, officer.Name);
        Record("Training.AllCheckedOut", training, session, officer, new { staying.Count });
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return staying.Count;
    }

    /// <summary>Whose personal code it is.</summary>
    /// <param name="teacherId">From the scanned code; null for typed digits.</param>
    /// <exception cref="RefusedException">Nobody's now, or of two people at once.</exception>
    public async Task<RosterRow> WhoseAsync(
        string id,
        string? code,
        string? teacherId,
        HubUser officer,
        CancellationToken cancellationToken = default
    )
    {
        var training = await trainings.OwnAsync(id, officer, cancellationToken);
        throttle.EnsureOpen(officer.AccountId!);
        var digits = RotatingCode.Read(code);
        var found = (await rosters.OfAsync(training, cancellationToken))
            .Where(row => row.HasPlace && (teacherId is null || row.TeacherId == teacherId))
            .Where(row => digits is not null && RotatingCode.Fits(row.Enrolment.Secret, CodePurpose.Personal, digits, Now))
            .ToList();
        if (found.Count == 0)
            throttle.Fail(officer.AccountId!);
        return found.Count switch
        {
            1 => found[0],
            0 => throw new RefusedException("没有对应的个人码，或已经过期。请对方刷新后再报一次") { Field = "Code" },
            _ => throw new RefusedException("有两个人的个人码恰好相同，请等半分钟换码后再试") { Field = "Code" },
        };
    }

    /// <summary>Notes somebody at the door.</summary>
    public async Task PassAsync(
        string id,
        string sessionId,
        string teacherId,
        CodePurpose purpose,
        HubUser officer,
        CancellationToken cancellationToken = default
    )
    {
        var (training, session) = await OpenAsync(id, sessionId, officer, cancellationToken);
        var hasPlace = await database
            .Set<Enrolment>()
            .AnyAsync(row => row.TrainingId == id && row.TeacherId == teacherId && row.State == EnrolmentState.Enrolled, cancellationToken);
        if (!hasPlace)
            throw new RefusedException("这位教师没有报名，请先补报名") { Field = "Code" };
        await database.PassAsync(session, teacherId, purpose, Now, AttendanceMethod.PersonalCode, officer.Name, cancellationToken);
        Record("Training.DoorPassed", training, session, officer, new { Teacher = teacherId, Purpose = purpose.ToString() });
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A session whose roster may be written: of an announced training that has come near enough.</summary>
    internal async Task<(Training Training, TrainingSession Session)> OpenAsync(
        string id,
        string sessionId,
        HubUser officer,
        CancellationToken cancellationToken
    )
    {
        var (training, session) = await trainings.OwnSessionAsync(id, sessionId, officer, cancellationToken);
        if (training.State != TrainingState.Open)
            throw new RefusedException("这次培训不在进行中，名单不能再改") { Kind = RefusalKind.Conflict };
        var window = CheckInWindow.Of(session, await settings.GetAsync<TrainingSettings>(cancellationToken));
        if (Now < window.InFrom)
            window.Ensure(CodePurpose.CheckIn, Now);
        return (training, session);
    }

    private void Take(RosterRow row, TrainingSession session, RosterList list, HubUser officer)
    {
        var attendance = row.At(session.Id);
        if (!list.Here.Contains(row.TeacherId))
        {
            if (attendance is not null)
                database.Remove(attendance);
            return;
        }
        if (attendance is null)
            database.Add(
                attendance = new Attendance
                {
                    SessionId = session.Id,
                    TeacherId = row.TeacherId,
                    CheckedInAt = session.Start,
                    Method = AttendanceMethod.List,
                    TickedBy = officer.Name,
                }
            );
        attendance.CheckedOutAt = OutOf(row.TeacherId, attendance, session, list);
    }

    private static DateTime? OutOf(string teacherId, Attendance attendance, TrainingSession session, RosterList list)
    {
        if (!list.Left.TryGetValue(teacherId, out var time))
            return list.Out.Contains(teacherId) ? attendance.CheckedOutAt ?? session.End : null;
        if (attendance.CheckedOutAt is { } noted && IsMinute(noted, time))
            return noted;
        var left = SessionReading.Utc(DateOnly.FromDateTime(SchoolCalendar.Local(session.Start)).ToDateTime(time));
        // An evening may go on after midnight.
        if (left < session.Start.AddMinutes(-1))
            left = left.AddDays(1);
        return left <= session.End ? left : throw new RefusedException("早退时间应在这一场的起止时间之内") { Field = "Left" };
    }

    private static bool IsMinute(DateTime utc, TimeOnly time) =>
        TimeOnly.FromDateTime(SchoolCalendar.Local(utc)) is var noted && (noted.Hour, noted.Minute) == (time.Hour, time.Minute);

    private void Record(string action, Training training, TrainingSession session, HubUser officer, object what) =>
        audit.Record(officer, action, nameof(TrainingSession), session.Id, after: what, path: training.Path);
}
