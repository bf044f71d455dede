using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Accounts;

namespace TeacherGrowthHub.People.Services.Teachers;

/// <summary>New records, their facts and their status.</summary>
public sealed class TeacherEditing(
    HubDbContext database,
    TeacherRecords records,
    TeacherAccounts accounts,
    SchoolCalendar calendar,
    TimeProvider clock
)
{
    /// <summary>Registers a teacher at a school.</summary>
    /// <param name="profile">As typed.</param>
    /// <param name="schoolPath">A school at which the person keeps records.</param>
    /// <param name="from">First day there.</param>
    /// <param name="isNewEntrant">新入职: the day decides the cohort.</param>
    /// <param name="user">Who registers.</param>
    /// <returns>The record's id.</returns>
    /// <exception cref="RefusedException">A rule of the profile, a number that is taken, a school out of scope.</exception>
    public async Task<string> CreateAsync(
        TeacherProfile profile,
        string? schoolPath,
        DateOnly from,
        bool isNewEntrant,
        HubUser user,
        CancellationToken cancellationToken = default
    )
    {
        var facts = profile.Checked(calendar.Today);
        records.EnsurePlausible(from, "From");
        var school = await records.SchoolAsync(schoolPath, user, cancellationToken: cancellationToken);
        await EnsureFreeAsync(facts.TeacherNumber!, null, cancellationToken);
        var teacher = new Teacher
        {
            Id = HubId.New(clock),
            TeacherNumber = facts.TeacherNumber!,
            Name = facts.Name!,
        };
        teacher.Apply(facts);
        teacher.TakeOver(school, from, HubId.New(clock));
        if (isNewEntrant)
            teacher.AddDuty(new DutyProfile(DutyKind.NewTeacher, from).Checked(calendar.Today), HubId.New(clock));
        await records.StoreAsync(
            () => Task.FromResult(database.Add(teacher).Entity),
            user,
            "Teacher.Registered",
            _ =>
                Task.FromResult(
                    new RecordedChange(
                        null,
                        new
                        {
                            Facts = Shown(facts),
                            School = school.Name,
                            From = from,
                        }
                    )
                ),
            cancellationToken
        );
        return teacher.Id;
    }

    /// <summary>Corrects the facts; the status stays as it is.</summary>
    public Task EditAsync(string id, TeacherProfile profile, HubUser user, CancellationToken cancellationToken = default) =>
        records.ChangeAsync(id, user, "Teacher.Edited", teacher => EditAsync(teacher, profile, cancellationToken), cancellationToken);

    /// <summary>The same inside a change that is already running.</summary>
    public async Task<RecordedChange> EditAsync(Teacher teacher, TeacherProfile profile, CancellationToken cancellationToken = default)
    {
        var before = teacher.Profile;
        var facts = (profile with { Status = before.Status }).Checked(calendar.Today);
        if (facts.TeacherNumber != before.TeacherNumber)
            await EnsureFreeAsync(facts.TeacherNumber!, teacher.Id, cancellationToken);
        await accounts.FollowAsync(teacher.Id, facts, cancellationToken);
        teacher.Apply(facts);
        return new RecordedChange(Shown(before), Shown(facts));
    }

    /// <summary>Sets the status. Retirement and leaving end posts and duties on their last day.</summary>
    public Task SetStatusAsync(
        string id,
        TeacherStatus status,
        DateOnly last,
        HubUser user,
        CancellationToken cancellationToken = default
    ) =>
        records.ChangeAsync(
            id,
            user,
            "Teacher.StatusSet",
            teacher =>
            {
                var before = teacher.Status;
                if (status is TeacherStatus.Retired or TeacherStatus.Left)
                {
                    records.EnsurePlausible(last, "On");
                    teacher.Depart(status, last);
                    return Task.FromResult(new RecordedChange(new { Status = before }, new { Status = status, Last = last }));
                }
                if (teacher.PostOn(calendar.Today) is null)
                    throw new RefusedException("没有在任学校，请由接收学校办理接收") { Field = "Status" };
                teacher.Apply(teacher.Profile with { Status = status });
                return Task.FromResult(new RecordedChange(new { Status = before }, new { Status = status }));
            },
            cancellationToken
        );

    private async Task EnsureFreeAsync(string number, string? exceptId, CancellationToken cancellationToken)
    {
        var other = await records
            .WithHistory()
            .AsNoTracking()
            .SingleOrDefaultAsync(teacher => teacher.TeacherNumber == number && teacher.Id != exceptId, cancellationToken);
        if (other is null)
            return;
        var school = other.KeeperOn(calendar.Today)?.Name;
        throw (
            school is null
                ? new RefusedException("工号 {0} 已经登记过", number) { Field = nameof(Teacher.TeacherNumber) }
                : new RefusedException("工号 {0} 已由{1}登记", number, school) { Field = nameof(Teacher.TeacherNumber) }
        );
    }

    // As the audit trail may show it.
    private static TeacherProfile Shown(TeacherProfile profile) =>
        profile with
        {
            Mobile = profile.Mobile is { } mobile ? MobileNumber.Mask(mobile) : null,
        };
}
