using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Services.Ledger.Checkpoints;

namespace TeacherGrowthHub.TrainingHours.Services.Ledger.Verification;

/// <summary>
/// Recomputes the whole ledger: every hash, every chain's head, every checkpoint's signature and the root of the newest, every kept balance.
/// Two halves of the chains are walked side by side. May run while the site does.
/// </summary>
public sealed class LedgerVerification(
    HubDbContext database,
    IServiceScopeFactory scopes,
    LedgerCheckpoints checkpoints,
    CheckpointChecks checks
)
{
    /// <param name="root">Root of a checkpoint that was noted elsewhere, lower-case hex: it must still be among the checkpoints.</param>
    public async Task<LedgerVerdict> RunAsync(string? root = null, CancellationToken cancellationToken = default)
    {
        var all = await checkpoints.AllAsync(cancellationToken);
        var newest = all.Count > 0 ? all[^1] : null;
        var problem = await checks.SignaturesAsync(all, cancellationToken);
        if (problem is null && root is not null && all.All(checkpoint => Convert.ToHexStringLower(checkpoint.Root) != root))
            problem = new LedgerProblem($"No checkpoint has the root {root}: its end was cut off.");
        var ranges = LedgerRange.Whole.SplitAt(await MiddleAsync(cancellationToken));
        var walks = await Task.WhenAll(
            ranges.Select(range => Task.Run(() => WalkAsync(range, newest?.Number ?? 0, cancellationToken), cancellationToken))
        );
        // A broken line says more than a root that does not fit because of it.
        problem = walks.Select(walk => walk.Problem).FirstOrDefault(found => found is not null) ?? problem;
        if (problem is null && newest is not null)
            problem = CheckpointChecks.Root(newest, walks.SelectMany(walk => walk.Walk.Sealed));
        return new LedgerVerdict(walks.Sum(walk => walk.Walk.Entries), walks.Sum(walk => walk.Walk.Chains), newest, problem);
    }

    private async Task<(ChainWalk Walk, LedgerProblem? Problem)> WalkAsync(
        LedgerRange range,
        int checkpoint,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        return await new RangeVerification(scope.ServiceProvider, range).RunAsync(checkpoint, cancellationToken);
    }

    private async Task<string?> MiddleAsync(CancellationToken cancellationToken)
    {
        var heads = database.Set<LedgerHead>().OrderBy(head => head.TeacherId);
        return await heads
            .Skip(await heads.CountAsync(cancellationToken) / 2)
            .Select(head => head.TeacherId)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
