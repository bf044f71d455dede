using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Changes;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Notifications;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Services;

/// <summary>A submission in the queue.</summary>
public sealed record QueueItem(string WorkId, WorkKind Kind, string Title, string School, DateTime SubmittedAt, int Number);

/// <summary>What a reviewer does: publish, return, take down; inside the scope and never with own works.</summary>
public sealed class ResourceReviews(
    HubDbContext database,
    WorkLoader works,
    CaseGate gate,
    AuditTrail audit,
    ChangeLog changes,
    NotificationSender notifications,
    TimeProvider clock
)
{
    /// <summary>The submissions the person may review, oldest first.</summary>
    /// <param name="user">The reviewer.</param>
    /// <param name="at">Path of the only organisation, with what lies below it; null lists the whole scope.</param>
    public async Task<IReadOnlyList<QueueItem>> QueueAsync(HubUser user, string? at = null, CancellationToken cancellationToken = default)
    {
        var submitted = database
            .Set<Work>()
            .Within(work => work.OrganizationPath, user.ScopesAt(ResourcePermissions.Review, at))
            .Where(work => work.OwnerId == null || work.OwnerId != user.AccountId)
            .SelectMany(
                work => work.Versions.Where(version => version.State == VersionState.Submitted),
                (work, version) => new { work, version }
            );
        return await submitted
            .OrderBy(row => row.version.SubmittedAt)
            .Select(row => new QueueItem(
                row.work.Id,
                row.work.Kind,
                row.version.Title,
                row.work.School,
                row.version.SubmittedAt!.Value,
                row.version.Number
            ))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Publishes a submission. For a case the reviewer is the second person who confirms that nobody can be recognised.</summary>
    /// <param name="id">The work.</param>
    /// <param name="confirmed">The second person's confirmation; asked for cases only (domain 9.3).</param>
    /// <param name="user">The reviewer.</param>
    public async Task PublishAsync(string id, bool confirmed, HubUser user, CancellationToken cancellationToken = default)
    {
        var work = await works.ForReviewAsync(id, user, cancellationToken);
        if (work.Kind == WorkKind.Case && !confirmed)
            throw new RefusedException("发布案例前，请确认已逐段核对，没有可识别个人的信息") { Field = "Confirmed" };
        await gate.EnsureCleanAsync(work, work.Working!, cancellationToken);
        var before = WorkStanding.Of(work);
        work.Publish(clock.GetUtcNow().UtcDateTime);
        audit.Record(
            user,
            "Work.Published",
            nameof(Work),
            work.Id,
            before,
            WorkStanding.Of(work) with
            {
                Confirmed = confirmed,
            },
            path: work.OrganizationPath
        );
        changes.Append(WorkChange.Kind, work.Id);
        Notify(work, $"/resources/{work.Id}", "您的资源《{0}》已发布", work.Published!.Title);
        await SaveAsync(cancellationToken);
    }

    /// <summary>Returns a submission with a note, which the author sees beside the text.</summary>
    public async Task ReturnAsync(string id, string note, HubUser user, CancellationToken cancellationToken = default)
    {
        var work = await works.ForReviewAsync(id, user, cancellationToken);
        var before = WorkStanding.Of(work);
        work.Return(note);
        audit.Record(user, "Work.Returned", nameof(Work), work.Id, before, WorkStanding.Of(work), path: work.OrganizationPath);
        Notify(work, $"/my/resources/{work.Id}", "您的资源《{0}》需要修改：{1}", work.Working!.Title, work.Working.ReviewNote!);
        await SaveAsync(cancellationToken);
    }

    /// <summary>Takes a published work down; reason and notice stay at its address.</summary>
    public async Task TakeDownAsync(string id, string reason, HubUser user, CancellationToken cancellationToken = default)
    {
        var work = await works.ForReviewAsync(id, user, cancellationToken);
        var before = WorkStanding.Of(work);
        work.TakeDown(reason);
        audit.Record(user, "Work.TakenDown", nameof(Work), work.Id, before, WorkStanding.Of(work), path: work.OrganizationPath);
        changes.Append(WorkChange.Kind, work.Id);
        Notify(work, $"/my/resources/{work.Id}", "您的资源《{0}》已下架：{1}", work.Published!.Title, work.NoticeReason!);
        await SaveAsync(cancellationToken);
    }

    private void Notify(Work work, string link, string text, params string[] arguments)
    {
        if (work.OwnerId is not null)
            notifications.Send(work.OwnerId, link, text, arguments);
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RefusedException("这份资源已不在待审核状态，请刷新后再看") { Kind = RefusalKind.Conflict };
        }
    }
}
