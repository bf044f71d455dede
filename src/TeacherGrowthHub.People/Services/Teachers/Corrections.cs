using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Notifications;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Teachers;

/// <summary>A teacher's requests to have the own record corrected (PIPL article 46): filed, withdrawn.</summary>
public sealed class Corrections(
    HubDbContext database,
    TeacherRecords records,
    PeopleDirectory people,
    NotificationSender notifications,
    AuditTrail audit,
    SchoolCalendar calendar,
    TimeProvider clock
)
{
    /// <summary>The person's own record.</summary>
    /// <exception cref="RefusedException">The account belongs to no teacher.</exception>
    public async Task<Teacher> OwnAsync(HubUser user, CancellationToken cancellationToken = default) =>
        user.TeacherId is null
            ? throw new RefusedException("这个账号没有教师档案") { Kind = RefusalKind.NotFound }
            : await records.WithHistory().SingleAsync(teacher => teacher.Id == user.TeacherId, cancellationToken);

    /// <summary>One's own requests, newest first.</summary>
    public async Task<IReadOnlyList<CorrectionRequest>> OfAsync(string teacherId, CancellationToken cancellationToken = default) =>
        await database
            .Set<CorrectionRequest>()
            .AsNoTracking()
            .Where(request => request.TeacherId == teacherId)
            .OrderByDescending(request => request.Id)
            .ToListAsync(cancellationToken);

    /// <summary>Files a request with the school that keeps the record; one at a time.</summary>
    /// <param name="wanted">The whole profile as it should be; number and status are not taken from it.</param>
    /// <param name="note">What is wrong besides: posts, duties.</param>
    /// <param name="user">The teacher.</param>
    /// <exception cref="RefusedException">A rule of the profile, nothing to correct, one is open already, nobody keeps the record.</exception>
    public async Task FileAsync(TeacherProfile wanted, string? note, HubUser user, CancellationToken cancellationToken = default)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var teacher = await OwnAsync(user, cancellationToken);
        if (await OpenOf(teacher.Id).AnyAsync(cancellationToken))
            throw new RefusedException("您已有一份更正申请在等待确认，可以先撤回") { Kind = RefusalKind.Conflict };
        var school = teacher.KeeperOn(calendar.Today) ?? throw new RefusedException("您没有登记在任学校，请联系所在县（市、区）教育体育局");
        var checkedProfile = (wanted with { TeacherNumber = teacher.TeacherNumber, Status = teacher.Status }).Checked(calendar.Today);
        var request = new CorrectionRequest
        {
            Id = HubId.New(clock),
            TeacherId = teacher.Id,
            OrganizationPath = school.Path,
            Fields = ProfileFields.Between(teacher.Profile, checkedProfile),
            Note = Typed.Optional(note, "Note", "说明", CorrectionRequest.MaxNoteLength) ?? "",
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        if (request.Fields.Count == 0 && request.Note.Length == 0)
            throw new RefusedException("没有要更正的内容：请改动一栏，或在说明里写清楚") { Field = "Note" };
        database.Add(request);
        audit.Record(
            user,
            "Correction.Filed",
            nameof(CorrectionRequest),
            request.Id,
            after: new { Fields = request.Fields.Select(field => field.Field) },
            path: school.Path
        );
        await TellSchoolAsync(teacher, school, user, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Takes the open request back.</summary>
    public async Task WithdrawAsync(string id, HubUser user, CancellationToken cancellationToken = default)
    {
        var request =
            await OpenOf(user.TeacherId ?? "").SingleOrDefaultAsync(open => open.Id == id, cancellationToken)
            ?? throw new RefusedException("这份更正申请已经处理过了") { Kind = RefusalKind.Conflict };
        request.State = CorrectionState.Withdrawn;
        request.DecidedAt = clock.GetUtcNow().UtcDateTime;
        audit.Record(user, "Correction.Withdrawn", nameof(CorrectionRequest), request.Id, path: request.OrganizationPath);
        await database.SaveChangesAsync(cancellationToken);
    }

    private IQueryable<CorrectionRequest> OpenOf(string teacherId) =>
        database.Set<CorrectionRequest>().Where(request => request.TeacherId == teacherId && request.State == CorrectionState.Open);

    // The nearest who may decide, and not the person who asks: in a school with one administrator, the county.
    private async Task TellSchoolAsync(Teacher teacher, Organization school, HubUser user, CancellationToken cancellationToken)
    {
        var holders = (await people.HoldersAsync(PeoplePermissions.ManageTeachers, school.Path, cancellationToken))
            .Where(holder => holder.AccountId != user.AccountId)
            .ToList();
        foreach (var accountId in holders.Where(holder => holder.Path == holders[0].Path).Select(holder => holder.AccountId).Distinct())
            notifications.Send(accountId, "/admin/corrections", "{0}申请更正个人资料", teacher.Name);
    }
}
