using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Scheduling;
using TeacherGrowthHub.Kernel.Settings;

namespace TeacherGrowthHub.Kernel.Audit;

/// <summary>How far a removal went; written into the trail itself.</summary>
/// <param name="Count">Lines removed.</param>
/// <param name="LastId">The last of them.</param>
/// <param name="Hash">Its hash.</param>
public sealed record AuditCut(long Count, long LastId, string Hash);

/// <summary>
/// Removes the lines that are older than the settings keep, and moves the anchor to the last of them, in one transaction. The one
/// place that deletes lines. Lines that are broken stay: they are evidence.
/// </summary>
public sealed class AuditRetentionJob(
    HubDbContext database,
    AuditTrail audit,
    AuditVerification verification,
    SiteSettings settings,
    TimeProvider clock,
    ILogger<AuditRetentionJob> logger
) : IScheduledJob
{
    /// <summary>Action of the line that a removal leaves.</summary>
    public const string Action = "Audit.Trimmed";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var months = (await settings.GetAsync<AuditRetention>(cancellationToken)).KeptMonths();
        var keptFrom = clock.GetUtcNow().UtcDateTime.AddMonths(-months);
        if (await LastToRemoveAsync(keptFrom, cancellationToken) is not { } last)
            return;
        if (await verification.RunToAsync(last.Id, cancellationToken) is { IsWhole: false } verdict)
        {
            logger.LogError("The audit trail is not shortened: {Problem}", verdict.Problem);
            return;
        }
        await RemoveAsync(last, keptFrom, cancellationToken);
    }

    private async Task RemoveAsync(AuditEntry last, DateTime keptFrom, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await AuditChain.LockAsync(database, cancellationToken);
        // All nodes begin at the same minute: one of them removes, and none takes the line that tells of it for the last old one.
        if ((await LastToRemoveAsync(keptFrom, cancellationToken))?.Id != last.Id)
            return;
        var count = await database.Set<AuditEntry>().Where(line => line.Id <= last.Id).ExecuteDeleteAsync(cancellationToken);
        await MoveAnchorAsync(last, cancellationToken);
        audit.Record(HubUser.System, Action, nameof(AuditEntry), "", after: new AuditCut(count, last.Id, last.Hash));
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    // Numbers follow the order of commits, instants the order of calls: everything before the first line that must stay.
    private async Task<AuditEntry?> LastToRemoveAsync(DateTime keptFrom, CancellationToken cancellationToken)
    {
        var lines = database.Set<AuditEntry>().AsNoTracking();
        var kept = await lines
            .Where(line => line.At >= keptFrom)
            .OrderBy(line => line.Id)
            .Select(line => (long?)line.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return await lines
            .Where(line => kept == null || line.Id < kept)
            .OrderByDescending(line => line.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }

    // Saved before the line that tells of it: without lines left, that one follows the anchor.
    private async Task MoveAnchorAsync(AuditEntry last, CancellationToken cancellationToken)
    {
        var anchor = await database.Set<AuditAnchor>().SingleOrDefaultAsync(cancellationToken);
        if (anchor is null)
            database.Add(anchor = new AuditAnchor());
        (anchor.LastId, anchor.Hash) = (last.Id, last.Hash);
        await database.SaveChangesAsync(cancellationToken);
    }
}
