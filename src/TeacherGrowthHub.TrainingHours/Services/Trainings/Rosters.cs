using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>A teacher on the roster.</summary>
/// <param name="Attendances">By session.</param>
public sealed record RosterRow(
    Enrolment Enrolment,
    string TeacherNumber,
    string Name,
    string School,
    IReadOnlyDictionary<string, Attendance> Attendances
)
{
    public string TeacherId => Enrolment.TeacherId;
    public bool HasPlace => Enrolment.State == EnrolmentState.Enrolled;

    public Attendance? At(string sessionId) => Attendances.GetValueOrDefault(sessionId);
}

/// <summary>Who has signed up and who was there.</summary>
public sealed class Rosters(HubDbContext database, TrainingLoader trainings, TeacherHistories histories)
{
    /// <summary>The roster of a training of the person's scope: places first, then the waiting list, each in the order of schools and numbers.</summary>
    public async Task<IReadOnlyList<RosterRow>> OfAsync(string id, HubUser user, CancellationToken cancellationToken = default) =>
        await OfAsync(await trainings.OwnAsync(id, user, cancellationToken), cancellationToken);

    internal async Task<IReadOnlyList<RosterRow>> OfAsync(Training training, CancellationToken cancellationToken)
    {
        var enrolments = await database
            .Set<Enrolment>()
            .Where(row => row.TrainingId == training.Id && row.State != EnrolmentState.Cancelled)
            .ToListAsync(cancellationToken);
        var sessions = training.Sessions.Select(session => session.Id).ToList();
        var attendances = (
            await database.Set<Attendance>().Where(row => sessions.Contains(row.SessionId)).ToListAsync(cancellationToken)
        ).ToLookup(row => row.TeacherId);
        var teachers = await histories.OfAsync([.. enrolments.Select(row => row.TeacherId)], cancellationToken);
        var day = SchoolCalendar.DayOf(training.Start);
        return
        [
            .. from row in enrolments
            let teacher = teachers.GetValueOrDefault(row.TeacherId)
            let school = teacher?.PostOn(day)?.School ?? ""
            orderby row.State, row.State == EnrolmentState.Waiting ? row.At : default, row.Path, teacher?.TeacherNumber
            select new RosterRow(
                row,
                teacher?.TeacherNumber ?? "",
                teacher?.Name ?? "",
                school,
                attendances[row.TeacherId].ToDictionary(attendance => attendance.SessionId)
            ),
        ];
    }
}
