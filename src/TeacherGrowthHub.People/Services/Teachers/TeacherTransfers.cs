using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Teachers;

/// <summary>Teachers between schools: transferred by whoever keeps both, or released by one school and taken over by the other.</summary>
public sealed class TeacherTransfers(
    HubDbContext database,
    TeacherRecords records,
    AuditTrail audit,
    SchoolCalendar calendar,
    TimeProvider clock
)
{
    private const int LongestReason = 200;

    /// <summary>To another school in the person's scope.</summary>
    /// <param name="id">The record.</param>
    /// <param name="schoolPath">The receiving school.</param>
    /// <param name="from">First day there.</param>
    /// <param name="endDuties">Whether what the old school gave ends with it.</param>
    /// <param name="user">Who transfers.</param>
    public Task TransferAsync(
        string id,
        string? schoolPath,
        DateOnly from,
        bool endDuties,
        HubUser user,
        CancellationToken cancellationToken = default
    ) =>
        records.ChangeAsync(
            id,
            user,
            "Teacher.Transferred",
            async teacher =>
            {
                records.EnsurePlausible(from, "On");
                var school = await records.SchoolAsync(schoolPath, user, cancellationToken: cancellationToken);
                var before = teacher.PostOn(from)?.Organization?.Name;
                teacher.Transfer(school, from, HubId.New(clock));
                if (endDuties)
                    teacher.EndDuties(from.AddDays(-1), TeacherMoves.BoundToSchool);
                await HandOverRequestsAsync(teacher, school, cancellationToken);
                RecordReceipt(teacher, school, from, user);
                return new RecordedChange(new { School = before }, new { School = school.Name, From = from });
            },
            cancellationToken
        );

    /// <summary>Out of the present school; another may take over then.</summary>
    public Task ReleaseAsync(string id, DateOnly last, string? reason, HubUser user, CancellationToken cancellationToken = default) =>
        records.ChangeAsync(
            id,
            user,
            "Teacher.Released",
            teacher =>
            {
                records.EnsurePlausible(last, "On");
                var why = Typed.Required(reason, "Reason", "调出原因", LongestReason);
                var school = teacher.PostOn(last)?.Organization?.Name;
                teacher.Release(last);
                return Task.FromResult(new RecordedChange(new { School = school }, new { Last = last, Reason = why }));
            },
            cancellationToken
        );

    /// <summary>Into a school of the person's, by the exact number, once the school before has released the teacher.</summary>
    /// <returns>The record's id.</returns>
    public async Task<string> TakeOverAsync(
        string? number,
        string? schoolPath,
        DateOnly from,
        HubUser user,
        CancellationToken cancellationToken = default
    )
    {
        records.EnsurePlausible(from, "On");
        var typed = Typed.Required(number, "Number", "工号", Teacher.MaxNameLength);
        var school = await records.SchoolAsync(schoolPath, user, cancellationToken: cancellationToken);
        var id = "";
        await records.StoreAsync(
            async () =>
                await records.WithHistory().SingleOrDefaultAsync(teacher => teacher.TeacherNumber == typed, cancellationToken)
                ?? throw new RefusedException("没有工号为 {0} 的教师", typed) { Field = "Number" },
            user,
            "Teacher.TakenOver",
            async teacher =>
            {
                id = teacher.Id;
                var before = teacher.KeeperOn(calendar.Today)?.Name;
                teacher.TakeOver(school, from, HubId.New(clock));
                await HandOverRequestsAsync(teacher, school, cancellationToken);
                RecordReceipt(teacher, school, from, user);
                return new RecordedChange(new { School = before }, new { School = school.Name, From = from });
            },
            cancellationToken
        );
        return id;
    }

    // The school that receives the teacher sees it in its own part of the trail too.
    private void RecordReceipt(Teacher teacher, Organization school, DateOnly from, HubUser user) =>
        audit.Record(user, "Teacher.Received", nameof(Teacher), teacher.Id, after: new { From = from }, path: school.Path);

    private async Task HandOverRequestsAsync(Teacher teacher, Organization school, CancellationToken cancellationToken)
    {
        var open = await database
            .Set<CorrectionRequest>()
            .Where(request => request.TeacherId == teacher.Id && request.State == CorrectionState.Open)
            .ToListAsync(cancellationToken);
        open.ForEach(request => request.OrganizationPath = school.Path);
    }
}
