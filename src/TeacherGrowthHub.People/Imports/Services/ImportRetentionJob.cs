using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Scheduling;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Imports.Services;

/// <summary>Removes workbooks and reports of imports that are older than the settings keep. What is being checked or written is left alone.</summary>
public sealed class ImportRetentionJob(
    HubDbContext database,
    IBlobStore blobs,
    IEnumerable<IBlobReferences> references,
    SiteSettings settings,
    AuditTrail audit,
    TimeProvider clock
) : IScheduledJob
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var days = Math.Max(ImportRetention.MinDays, (await settings.GetAsync<ImportRetention>(cancellationToken)).Days);
        var keptFrom = clock.GetUtcNow().UtcDateTime.AddDays(-days);
        var old = await database
            .Set<ImportBatch>()
            .AsNoTracking()
            .Where(batch => batch.CreatedAt < keptFrom && batch.FileHash != null)
            .Where(batch =>
                batch.State != ImportState.Checking && batch.State != ImportState.Applying && batch.State != ImportState.Undoing
            )
            .ToListAsync(cancellationToken);
        foreach (var batch in old)
            await RemoveAsync(batch, cancellationToken);
    }

    private async Task RemoveAsync(ImportBatch batch, CancellationToken cancellationToken)
    {
        var ended = batch.State is ImportState.Checked or ImportState.Waiting ? ImportState.Cancelled : batch.State;
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        // All nodes begin at the same minute, and its owner may confirm it in this one: whoever is first has it.
        var removed = await database
            .Set<ImportBatch>()
            .Where(row => row.Id == batch.Id && row.State == batch.State && row.FileHash != null)
            .ExecuteUpdateAsync(
                update =>
                    update
                        .SetProperty(row => row.FileHash, (string?)null)
                        .SetProperty(row => row.ReportHash, (string?)null)
                        .SetProperty(row => row.State, ended),
                cancellationToken
            );
        if (removed == 0)
            return;
        audit.Record(HubUser.System, "Import.FilesRemoved", nameof(ImportBatch), batch.Id, after: new { batch.Kind, batch.CreatedAt });
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        foreach (var hash in new[] { batch.FileHash, batch.ReportHash }.OfType<string>())
            await DeleteAsync(hash, cancellationToken);
    }

    // The same bytes may be the workbook of another import, or somebody's file in the library.
    private async Task DeleteAsync(string hash, CancellationToken cancellationToken)
    {
        var isUsed = await database
            .Set<ImportBatch>()
            .AnyAsync(batch => batch.FileHash == hash || batch.ReportHash == hash, cancellationToken);
        foreach (var reference in references)
            isUsed = isUsed || await reference.In(database).ContainsAsync(hash, cancellationToken);
        if (!isUsed)
            await blobs.DeleteAsync(hash, cancellationToken);
    }
}
