using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Teachers;

/// <summary>Duties given and ended one at a time; the new school year does many at once.</summary>
public sealed class TeacherDuties(TeacherRecords records, SchoolCalendar calendar, TimeProvider clock)
{
    /// <summary>Gives a duty.</summary>
    /// <exception cref="RefusedException">A rule of <see cref="DutyProfile"/>, or the duty is held already.</exception>
    public Task AddAsync(string id, DutyProfile profile, HubUser user, CancellationToken cancellationToken = default) =>
        records.ChangeAsync(
            id,
            user,
            "Teacher.DutyAdded",
            teacher =>
            {
                var duty = profile.Checked(calendar.Today);
                teacher.AddDuty(duty, HubId.New(clock));
                return Task.FromResult(new RecordedChange(null, duty));
            },
            cancellationToken
        );

    /// <summary>Ends a duty on its last day; it stays in the history.</summary>
    public Task EndAsync(string id, string dutyId, DateOnly last, HubUser user, CancellationToken cancellationToken = default) =>
        records.ChangeAsync(
            id,
            user,
            "Teacher.DutyEnded",
            teacher =>
            {
                records.EnsurePlausible(last, "To");
                var duty =
                    teacher.Duties.SingleOrDefault(candidate => candidate.Id == dutyId)
                    ?? throw new RefusedException("没有这项职责") { Kind = RefusalKind.NotFound };
                duty.EndOn(last);
                return Task.FromResult(
                    new RecordedChange(
                        new
                        {
                            duty.Kind,
                            duty.From,
                            duty.ClassName,
                        },
                        new { To = last }
                    )
                );
            },
            cancellationToken
        );
}
