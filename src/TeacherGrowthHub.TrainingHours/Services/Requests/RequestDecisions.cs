using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Notifications;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Domain.Requests;
using TeacherGrowthHub.TrainingHours.Services.Balances;
using TeacherGrowthHub.TrainingHours.Services.Ledger;

namespace TeacherGrowthHub.TrainingHours.Services.Requests;

/// <summary>The county's decisions: what is granted becomes an exemption or a line of the ledger in the same transaction.</summary>
public sealed class RequestDecisions(
    HubDbContext database,
    HourLedger ledger,
    BalanceKeeping balances,
    PeopleDirectory directory,
    NotificationSender notifications,
    AuditTrail audit,
    TimeProvider clock
)
{
    private const string Requests = "/my/hours/requests";

    /// <summary>Grants or refuses, always with a reason.</summary>
    public async Task DecideAsync(string id, bool grant, string? reason, HubUser user, CancellationToken cancellationToken = default)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var request = await LockedAsync(id, user, cancellationToken);
        if (request.State != RequestState.Waiting)
            throw new RefusedException("这项申请已经处理过了") { Kind = RefusalKind.Conflict };
        if (!user.Can(HoursPermissions.Certify, request.WaitingPath))
            throw new RefusedException("这项申请由县级决定") { Kind = RefusalKind.Forbidden };
        Decide(request, grant ? RequestState.Granted : RequestState.Refused, reason, user);
        if (grant)
            await GrantAsync(request, user, cancellationToken);
        await TellAsync(request, grant ? "您的{0}申请已同意：{1}" : "您的{0}申请未同意：{1}", cancellationToken);
        await StoreAsync(request, grant ? "HourRequest.Granted" : "HourRequest.Refused", user, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Takes a granted request back: the exemption ends, the line of the ledger is reversed.</summary>
    public async Task TakeBackAsync(string id, string? reason, HubUser user, CancellationToken cancellationToken = default)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var request = await LockedAsync(id, user, cancellationToken);
        if (request.State != RequestState.Granted)
            throw new RefusedException("这项申请没有同意，不能收回") { Kind = RefusalKind.Conflict };
        Decide(request, RequestState.TakenBack, reason, user);
        if (request.LedgerSequence is { } sequence)
            await ledger.ReverseAsync(
                [new Reversal(new EntryKey(request.TeacherId, sequence), request.Path, request.Decision!)],
                user,
                cancellationToken
            );
        if (request.ExemptionId is { } exemption)
            await EndAsync(exemption, request, cancellationToken);
        await TellAsync(request, "您的{0}申请已收回：{1}", cancellationToken);
        await StoreAsync(request, "HourRequest.TakenBack", user, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task GrantAsync(HourRequest request, HubUser user, CancellationToken cancellationToken)
    {
        if (request.Kind == RequestKind.Exemption)
        {
            var exemption = new Exemption
            {
                Id = HubId.New(clock),
                TeacherId = request.TeacherId,
                SchoolYear = request.SchoolYear,
                Duty = request.Duty,
                Kind = request.ExemptionKind!,
                Reason = request.Decision!,
                DecidedBy = user.Name,
                DecidedAt = request.DecidedAt!.Value,
            };
            database.Add(exemption);
            request.ExemptionId = exemption.Id;
            await database.SaveChangesAsync(cancellationToken);
            await balances.RefreshAsync([request.TeacherId], [request.SchoolYear], cancellationToken);
            return;
        }
        request.LedgerSequence = (await ledger.CertifyAsync([Posting(request)], user, cancellationToken: cancellationToken))
            .Single()
            .Sequence;
    }

    private static LedgerPosting Posting(HourRequest request) =>
        new(
            request.TeacherId,
            request.Path,
            request.SchoolYear,
            ActivityKeys.OfActivity(request.Title!, request.From, request.To),
            request.Title!,
            request.ActivityKind!,
            request.From,
            request.To,
            request.Hours,
            request.Hours,
            "request:" + request.Id
        )
        {
            IsMentalHealth = request.IsMentalHealth,
            IsPreService = request.Kind == RequestKind.MakeUp,
            Reason = request.Decision,
        };

    private async Task EndAsync(string exemptionId, HourRequest request, CancellationToken cancellationToken)
    {
        var exemption = await database.Set<Exemption>().SingleAsync(row => row.Id == exemptionId, cancellationToken);
        exemption.WithdrawnAt = clock.GetUtcNow().UtcDateTime;
        await database.SaveChangesAsync(cancellationToken);
        await balances.RefreshAsync([request.TeacherId], [request.SchoolYear], cancellationToken);
    }

    private async Task<HourRequest> LockedAsync(string id, HubUser user, CancellationToken cancellationToken)
    {
        var teacher = await database
            .Set<HourRequest>()
            .Where(row => row.Id == id)
            .Select(row => row.TeacherId)
            .SingleOrDefaultAsync(cancellationToken);
        await ledger.LockAsync([teacher ?? throw NotFound()], cancellationToken);
        var request = await database.Set<HourRequest>().SingleAsync(row => row.Id == id, cancellationToken);
        if (!user.Can(HoursPermissions.Certify, request.Path))
            throw NotFound();
        return request.TeacherId == user.TeacherId
            ? throw new RefusedException("不能决定自己的申请") { Kind = RefusalKind.Forbidden }
            : request;
    }

    private void Decide(HourRequest request, RequestState state, string? reason, HubUser user)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new RefusedException("请写明决定的理由") { Field = "Reason" };
        (request.State, request.WaitingPath) = (state, "");
        (request.Decision, request.DecidedBy, request.DecidedAt) = (reason.Trim(), user.Name, clock.GetUtcNow().UtcDateTime);
        request.Version++;
    }

    private async Task TellAsync(HourRequest request, string text, CancellationToken cancellationToken)
    {
        if (await directory.AccountOfAsync(request.TeacherId, cancellationToken) is { } account)
            notifications.Send(account, Requests, text, request.Kind.Label(), request.Decision ?? "");
    }

    private Task StoreAsync(HourRequest request, string action, HubUser user, CancellationToken cancellationToken)
    {
        audit.Record(
            user,
            action,
            nameof(HourRequest),
            request.Id,
            after: new { request.Decision, Hours = request.Hours.ToString() },
            path: request.Path
        );
        return database.SaveChangesAsync(cancellationToken);
    }

    internal static RefusedException NotFound() => new("没有这项申请") { Kind = RefusalKind.NotFound };
}
