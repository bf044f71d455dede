using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;

namespace TeacherGrowthHub.TrainingHours.Services.Ledger;

/// <summary>
/// Locks chains for the rest of the caller's transaction. On SQLite the transaction itself is the lock; on PostgreSQL the rows are locked in
/// the order of their ids, so that two officers never wait for each other in a circle.
/// </summary>
public sealed class LedgerHeads(HubDbContext database)
{
    /// <summary>The chains' heads as they are now, tracked; chains that do not exist yet are begun.</summary>
    public async Task<IReadOnlyDictionary<string, LedgerHead>> LockAsync(
        IEnumerable<string> teacherIds,
        CancellationToken cancellationToken = default
    )
    {
        var ids = teacherIds.Distinct().Order(StringComparer.Ordinal).ToArray();
        Forget(ids);
        await BeginMissingAsync(ids, cancellationToken);
        var rows = database.Database.IsNpgsql()
            ? database
                .Set<LedgerHead>()
                .FromSql($"""SELECT * FROM "LedgerHeads" WHERE "TeacherId" = ANY({ids}) ORDER BY "TeacherId" FOR UPDATE""")
            : database.Set<LedgerHead>().Where(head => EF.Parameter(ids).Contains(head.TeacherId));
        return await rows.ToDictionaryAsync(head => head.TeacherId, cancellationToken);
    }

    // A head that this context has seen before may be out of date: others append too.
    private void Forget(string[] ids)
    {
        foreach (var entry in database.ChangeTracker.Entries<LedgerHead>().Where(entry => ids.Contains(entry.Entity.TeacherId)).ToList())
        {
            if (entry.State != EntityState.Unchanged)
                throw new InvalidOperationException("A chain is locked while its change waits to be stored.");
            entry.State = EntityState.Detached;
        }
    }

    private Task BeginMissingAsync(string[] ids, CancellationToken cancellationToken) =>
        database.Database.IsNpgsql()
            ? database.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "LedgerHeads" ("TeacherId", "Length", "Hash")
                SELECT id, 0, ''::bytea FROM unnest({ids}) AS id ORDER BY id ON CONFLICT DO NOTHING
                """,
                cancellationToken
            )
            : database.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "LedgerHeads" ("TeacherId", "Length", "Hash")
                SELECT value, 0, x'' FROM json_each({System.Text.Json.JsonSerializer.Serialize(ids)}) WHERE true ON CONFLICT DO NOTHING
                """,
                cancellationToken
            );
}
