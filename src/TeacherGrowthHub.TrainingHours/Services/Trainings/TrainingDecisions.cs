using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>Announces, approves, refuses and cancels trainings.</summary>
public sealed class TrainingDecisions(
    HubDbContext database,
    TrainingLoader trainings,
    PeopleDirectory people,
    SiteSettings settings,
    TrainingNotices notices,
    AuditTrail audit,
    IPageCache pages,
    TimeProvider clock
)
{
    /// <summary>Who must approve it before it is announced by this person; null when nobody must.</summary>
    public async Task<string?> ApproverAsync(Training training, HubUser user, CancellationToken cancellationToken = default)
    {
        var organization = await people.OrganizationAsync(training.Path, cancellationToken);
        var rule = await settings.GetAsync<TrainingSettings>(cancellationToken);
        var above = Approval.NeededFrom(training, organization?.IsSchool == true, rule);
        return above is null || user.Can(HoursPermissions.Plan, above) ? null : above;
    }

    /// <summary>Announces a draft, or hands it to the level above where that is required.</summary>
    /// <returns>Where it stands now.</returns>
    public Task<TrainingState> SubmitAsync(string id, HubUser user, CancellationToken cancellationToken = default) =>
        ActAsync(
            id,
            user,
            TrainingState.Draft,
            async training =>
            {
                if (training.Start <= clock.GetUtcNow().UtcDateTime)
                    throw new RefusedException("培训的开始时间已过，请先修改时间") { Field = nameof(TrainingForm.Sessions) };
                training.Reason = null;
                training.ApprovalPath = await ApproverAsync(training, user, cancellationToken) ?? "";
                training.State = training.ApprovalPath.Length > 0 ? TrainingState.AwaitingApproval : TrainingState.Open;
                if (training.State == TrainingState.AwaitingApproval)
                    await notices.TellApproversAsync(training, cancellationToken);
                return training.State == TrainingState.Open ? "Training.Announced" : "Training.Submitted";
            },
            cancellationToken
        );

    /// <summary>Takes one that waits for approval back.</summary>
    public Task WithdrawAsync(string id, HubUser user, CancellationToken cancellationToken = default) =>
        ActAsync(id, user, TrainingState.AwaitingApproval, training => Task.FromResult(ToDraft(training, null)), cancellationToken);

    /// <summary>The level above lets it be announced.</summary>
    public Task ApproveAsync(string id, HubUser user, CancellationToken cancellationToken = default) =>
        ActAsync(
            id,
            user,
            TrainingState.AwaitingApproval,
            training =>
            {
                EnsureMayApprove(training, user);
                (training.State, training.ApprovalPath) = (TrainingState.Open, "");
                notices.TellPlanner(training, "培训《{0}》已获批准，可以报名了");
                return Task.FromResult("Training.Approved");
            },
            cancellationToken
        );

    /// <summary>The level above does not; it goes back to its planner as a draft.</summary>
    public Task RefuseAsync(string id, string? reason, HubUser user, CancellationToken cancellationToken = default) =>
        ActAsync(
            id,
            user,
            TrainingState.AwaitingApproval,
            training =>
            {
                EnsureMayApprove(training, user);
                ToDraft(training, Reason(reason, "请写明不批准的原因"));
                notices.TellPlanner(training, "培训《{0}》没有获批准：{1}", training.Reason!);
                return Task.FromResult("Training.Refused");
            },
            cancellationToken
        );

    /// <summary>Calls an announced training off; everybody who has signed up is told why.</summary>
    public Task CancelAsync(string id, string? reason, HubUser user, CancellationToken cancellationToken = default) =>
        ActAsync(
            id,
            user,
            TrainingState.Open,
            async training =>
            {
                (training.State, training.Reason) = (TrainingState.Cancelled, Reason(reason, "请写明取消的原因"));
                await notices.TellEnrolledAsync(training, "培训《{0}》已取消：{1}", cancellationToken, training.Reason);
                return "Training.Cancelled";
            },
            cancellationToken
        );

    private async Task<TrainingState> ActAsync(
        string id,
        HubUser user,
        TrainingState expected,
        Func<Training, Task<string>> act,
        CancellationToken cancellationToken
    )
    {
        await trainings.OwnAsync(id, user, cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var training = await trainings.LockAsync(id, cancellationToken);
        if (training.State != expected)
            throw new RefusedException("这次培训的状态已经变了，请刷新后再看") { Kind = RefusalKind.Conflict };
        var before = TrainingStanding.Of(training);
        var action = await act(training);
        training.Version++;
        audit.Record(user, action, nameof(Training), id, before, TrainingStanding.Of(training), path: training.Path);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await pages.ClearAsync(cancellationToken);
        return training.State;
    }

    private static void EnsureMayApprove(Training training, HubUser user)
    {
        if (!user.Can(HoursPermissions.Plan, training.ApprovalPath))
            throw new RefusedException("这次培训由上级单位批准") { Kind = RefusalKind.Forbidden };
    }

    private static string ToDraft(Training training, string? reason)
    {
        (training.State, training.ApprovalPath, training.Reason) = (TrainingState.Draft, "", reason);
        return "Training.Withdrawn";
    }

    private static string Reason(string? typed, string missing) =>
        (typed ?? "").Trim() switch
        {
            "" => throw new RefusedException(missing) { Field = "Reason" },
            { Length: > LedgerEntry.MaxReasonLength } => throw new RefusedException("最多 {0} 个字", LedgerEntry.MaxReasonLength)
            {
                Field = "Reason",
            },
            var clean => clean,
        };
}
