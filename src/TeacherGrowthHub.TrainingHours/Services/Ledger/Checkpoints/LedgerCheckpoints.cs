using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Scheduling;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;

namespace TeacherGrowthHub.TrainingHours.Services.Ledger.Checkpoints;

/// <summary>Takes a checkpoint every night, and whenever it is asked to: number and root of all chain heads, signed, stored, appended to the file.</summary>
public sealed class LedgerCheckpoints(HubDbContext database, LedgerKey key, CheckpointFile file, TimeProvider clock) : IScheduledJob
{
    public Task RunAsync(CancellationToken cancellationToken) => TakeAsync(cancellationToken);

    /// <summary>Takes one, unless nothing was written since the last.</summary>
    /// <returns>The newest checkpoint; null while the ledger is empty.</returns>
    public async Task<Checkpoint?> TakeAsync(CancellationToken cancellationToken = default)
    {
        await using (var transaction = await database.Database.BeginTransactionAsync(cancellationToken))
        {
            await WaitForWritersAsync(cancellationToken);
            await AddAsync(cancellationToken);
            await database.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        // Also what an earlier run stored and could not append any more.
        var all = await AllAsync(cancellationToken);
        await file.AppendAsync(all, cancellationToken);
        return all.Count > 0 ? all[^1] : null;
    }

    /// <summary>All checkpoints of the database in their order.</summary>
    public async Task<IReadOnlyList<Checkpoint>> AllAsync(CancellationToken cancellationToken = default) =>
        await database.Set<Checkpoint>().AsNoTracking().OrderBy(checkpoint => checkpoint.Number).ToListAsync(cancellationToken);

    // Whoever appends holds rows of this table; SQLite's transaction is alone anyway.
    private Task WaitForWritersAsync(CancellationToken cancellationToken) =>
        database.Database.IsNpgsql()
            ? database.Database.ExecuteSqlRawAsync("""LOCK TABLE "LedgerHeads" IN EXCLUSIVE MODE""", cancellationToken)
            : Task.CompletedTask;

    private async Task AddAsync(CancellationToken cancellationToken)
    {
        using var root = new CheckpointRoot();
        var heads = database.Set<LedgerHead>().AsNoTracking().Where(head => head.Length > 0).OrderBy(head => head.TeacherId);
        await foreach (var head in heads.AsAsyncEnumerable().WithCancellation(cancellationToken))
            root.Add(head.TeacherId, head.Length, head.Hash);
        var last = await database.Set<Checkpoint>().AsNoTracking().OrderByDescending(c => c.Number).FirstOrDefaultAsync(cancellationToken);
        if (root.Chains == 0 || last?.Root.AsSpan().SequenceEqual(root.Value()) == true)
            return;
        var unsigned = new Checkpoint
        {
            Number = (last?.Number ?? 0) + 1,
            At = ToStored(clock.GetUtcNow().UtcDateTime),
            Chains = root.Chains,
            Entries = root.Entries,
            Root = root.Value(),
            Signature = [],
        };
        database.Add(
            new Checkpoint
            {
                Number = unsigned.Number,
                At = unsigned.At,
                Chains = unsigned.Chains,
                Entries = unsigned.Entries,
                Root = unsigned.Root,
                Signature = key.Sign(unsigned, last?.Signature),
            }
        );
    }

    // PostgreSQL keeps microseconds; what is signed is what is kept.
    private static DateTime ToStored(DateTime instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
}
