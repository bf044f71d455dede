using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.TrainingHours.Services.Ledger.Verification;

/// <summary>Walks one range of chains in one unmoving view of the database, so that the site may go on writing meanwhile.</summary>
internal sealed class RangeVerification(IServiceProvider services, LedgerRange range)
{
    private const int Page = 1000;
    private readonly HubDbContext _database = services.GetRequiredService<HubDbContext>();
    private readonly List<List<LedgerEntry>> _waiting = [];

    /// <returns>The walk and the first thing that is wrong.</returns>
    public async Task<(ChainWalk Walk, LedgerProblem? Problem)> RunAsync(int checkpoint, CancellationToken cancellationToken)
    {
        await _database.Database.OpenConnectionAsync(cancellationToken);
        // SQLite: a deferred transaction, which reads one state and keeps nobody from writing.
        var begin = _database.Database.IsNpgsql() ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN DEFERRED";
        await _database.Database.ExecuteSqlRawAsync(begin, cancellationToken);
        try
        {
            var heads = await HeadsAsync(cancellationToken);
            var walk = new ChainWalk(heads, checkpoint);
            var balances = await BalancesAsync(cancellationToken);
            return (walk, await WalkAsync(walk, balances, cancellationToken) ?? walk.Finish());
        }
        finally
        {
            await _database.Database.ExecuteSqlRawAsync("COMMIT", cancellationToken);
            await _database.Database.CloseConnectionAsync();
        }
    }

    private async Task<LedgerProblem?> WalkAsync(ChainWalk walk, BalanceChecks balances, CancellationToken cancellationToken)
    {
        List<LedgerEntry> chain = [];
        await foreach (var entry in LedgerRows.ReadAsync(_database.Database.GetDbConnection(), range, cancellationToken))
        {
            if (walk.Take(entry) is { } broken)
                return broken;
            if (chain is [var first, ..] && first.TeacherId != entry.TeacherId)
            {
                _waiting.Add(chain);
                chain = [];
                if (_waiting.Count == Page && await CheckBalancesAsync(balances, cancellationToken) is { } wrong)
                    return wrong;
            }
            chain.Add(entry);
        }
        if (chain.Count > 0)
            _waiting.Add(chain);
        return await CheckBalancesAsync(balances, cancellationToken);
    }

    // People are asked in pages, by a connection of their own: this one is in the middle of its walk.
    private async Task<LedgerProblem?> CheckBalancesAsync(BalanceChecks balances, CancellationToken cancellationToken)
    {
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var histories = scope.ServiceProvider.GetRequiredService<TeacherHistories>();
        var people = await histories.OfAsync([.. _waiting.Select(chain => chain[0].TeacherId)], cancellationToken);
        foreach (var chain in _waiting)
        {
            if (people.TryGetValue(chain[0].TeacherId, out var teacher) && balances.Check(teacher, chain) is { } wrong)
                return wrong;
        }
        _waiting.Clear();
        return null;
    }

    private Task<Dictionary<string, LedgerHead>> HeadsAsync(CancellationToken cancellationToken) =>
        Within(_database.Set<LedgerHead>()).ToDictionaryAsync(head => head.TeacherId, cancellationToken);

    private async Task<BalanceChecks> BalancesAsync(CancellationToken cancellationToken) =>
        new(
            await services.GetRequiredService<SchoolCalendar>().YearsAsync(cancellationToken),
            await services.GetRequiredService<RuleBook>().VersionsAsync(cancellationToken),
            (await Within(_database.Set<DutyBalance>()).ToListAsync(cancellationToken)).ToLookup(row => row.TeacherId),
            (await Within(_database.Set<Exemption>()).ToListAsync(cancellationToken)).ToLookup(row => row.TeacherId)
        );

    private IQueryable<T> Within<T>(IQueryable<T> rows)
        where T : class =>
        rows.AsNoTracking()
            .Where(row =>
                string.Compare(EF.Property<string>(row, nameof(LedgerHead.TeacherId)), range.First) >= 0
                && string.Compare(EF.Property<string>(row, nameof(LedgerHead.TeacherId)), range.End) < 0
            );
}
