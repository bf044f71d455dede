using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Notifications;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Teachers;

/// <summary>What a school does with requests for correction.</summary>
public sealed class CorrectionDecisions(
    HubDbContext database,
    TeacherRecords records,
    TeacherEditing editing,
    PeopleDirectory people,
    NotificationSender notifications,
    AuditTrail audit,
    TimeProvider clock
)
{
    private const string Link = "/my/correction";
    private const int DecidedShown = 20;

    /// <summary>Requests that wait within one's scope, oldest first.</summary>
    /// <param name="user">Who decides.</param>
    /// <param name="at">Path of the only organisation, with what lies below it; null lists the whole scope.</param>
    public async Task<IReadOnlyList<CorrectionRequest>> OpenAsync(
        HubUser user,
        string? at = null,
        CancellationToken cancellationToken = default
    ) =>
        await Within(user, at)
            .Where(request => request.State == CorrectionState.Open)
            .OrderBy(request => request.Id)
            .ToListAsync(cancellationToken);

    /// <summary>The last ones that were decided.</summary>
    public async Task<IReadOnlyList<CorrectionRequest>> DecidedAsync(HubUser user, CancellationToken cancellationToken = default) =>
        await Within(user)
            .Where(request => request.State == CorrectionState.Accepted || request.State == CorrectionState.Refused)
            .OrderByDescending(request => request.DecidedAt)
            .Take(DecidedShown)
            .ToListAsync(cancellationToken);

    /// <summary>Puts the corrections into the record, through the same rules as everything that is written there.</summary>
    /// <exception cref="RefusedException">A rule of the profile, a mobile number that is another account's, or it is decided already.</exception>
    public async Task AcceptAsync(string id, HubUser user, CancellationToken cancellationToken = default)
    {
        var request = await FindAsync(id, user, cancellationToken);
        await records.ChangeAsync(
            request.TeacherId,
            user,
            "Teacher.Corrected",
            async teacher =>
            {
                var change = await editing.EditAsync(teacher, teacher.Profile.With(request.Fields), cancellationToken);
                await DecideAsync(request, CorrectionState.Accepted, null, user, cancellationToken);
                return change;
            },
            cancellationToken
        );
    }

    /// <summary>Refuses, with a reason the teacher reads.</summary>
    public async Task RefuseAsync(string id, string? reason, HubUser user, CancellationToken cancellationToken = default)
    {
        var reply = Typed.Required(reason, "Reason", "不予更正的原因", CorrectionRequest.MaxNoteLength);
        var request = await FindAsync(id, user, cancellationToken);
        await DecideAsync(request, CorrectionState.Refused, reply, user, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
    }

    private async Task<CorrectionRequest> FindAsync(string id, HubUser user, CancellationToken cancellationToken)
    {
        var request = await database.Set<CorrectionRequest>().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (request is null || !user.Can(PeoplePermissions.ManageTeachers, request.OrganizationPath))
            throw new RefusedException("没有这份更正申请") { Kind = RefusalKind.NotFound };
        return request.State == CorrectionState.Open
            ? request
            : throw new RefusedException("这份更正申请已经处理过了") { Kind = RefusalKind.Conflict };
    }

    private async Task DecideAsync(
        CorrectionRequest request,
        CorrectionState state,
        string? reply,
        HubUser user,
        CancellationToken cancellationToken
    )
    {
        (request.State, request.Reply) = (state, reply);
        (request.DecidedAt, request.DecidedBy) = (clock.GetUtcNow().UtcDateTime, user.Name);
        audit.Record(
            user,
            state == CorrectionState.Accepted ? "Correction.Accepted" : "Correction.Refused",
            nameof(CorrectionRequest),
            request.Id,
            after: new { Reply = reply },
            path: request.OrganizationPath
        );
        if (await people.AccountOfAsync(request.TeacherId, cancellationToken) is not { } accountId)
            return;
        if (reply is null)
            notifications.Send(accountId, Link, "您申请的更正已由学校确认");
        else
            notifications.Send(accountId, Link, "您申请的更正没有通过：{0}", reply);
    }

    private IQueryable<CorrectionRequest> Within(HubUser user, string? at = null) =>
        database
            .Set<CorrectionRequest>()
            .AsNoTracking()
            .Include(request => request.Teacher)
            .Within(request => request.OrganizationPath, user.ScopesAt(PeoplePermissions.ManageTeachers, at));
}
