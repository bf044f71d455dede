using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;

namespace TeacherGrowthHub.Kernel.Changes;

/// <summary>Writes and reads the change log. A cursor is the reader's own business (the Lucene index keeps it in its commit).</summary>
public sealed class ChangeLog(HubDbContext database, TimeProvider clock)
{
    /// <summary>Appends to the caller's transaction.</summary>
    public void Append(string kind, string subjectId) =>
        database.Add(
            new ChangeEntry
            {
                Kind = kind,
                SubjectId = subjectId,
                At = clock.GetUtcNow().UtcDateTime,
            }
        );

    /// <summary>The changes after a position, oldest first; none that an unfinished transaction could still precede.</summary>
    public async Task<IReadOnlyList<ChangeEntry>> ReadAsync(
        ChangePosition after,
        int limit,
        CancellationToken cancellationToken = default
    ) => await After(after).Take(limit).ToListAsync(cancellationToken);

    /// <summary>How many changes a reader is behind.</summary>
    public Task<int> CountAsync(ChangePosition after, CancellationToken cancellationToken = default) =>
        After(after).CountAsync(cancellationToken);

    private IQueryable<ChangeEntry> After(ChangePosition after) =>
        Settled()
            .AsNoTracking()
            .Where(entry =>
                entry.TransactionId > after.TransactionId || (entry.TransactionId == after.TransactionId && entry.Sequence > after.Sequence)
            )
            .OrderBy(entry => entry.TransactionId)
            .ThenBy(entry => entry.Sequence);

    private IQueryable<ChangeEntry> Settled() =>
        database.Database.IsNpgsql()
            ? database
                .Set<ChangeEntry>()
                .FromSql($"""SELECT * FROM "ChangeEntries" WHERE "TransactionId" < pg_snapshot_xmin(pg_current_snapshot())::text::bigint""")
            : database.Set<ChangeEntry>();
}
