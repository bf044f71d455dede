using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Imports.Planning;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Services.Balances;
using TeacherGrowthHub.TrainingHours.Services.Claims;
using TeacherGrowthHub.TrainingHours.Services.Ledger;

namespace TeacherGrowthHub.TrainingHours.Imports;

/// <summary>
/// Claims that come from a workbook: entered by whoever uploaded it, certified by the second person, one act of the ledger for each chunk,
/// all in the import's transaction; and taken back as a whole.
/// </summary>
internal sealed class ImportedClaims(
    HubDbContext database,
    HourLedger ledger,
    ClaimEntries entries,
    ClaimSaving saving,
    ClaimCorrections corrections,
    BalanceKeeping balances,
    TeacherLookup lookup,
    TimeProvider clock
)
{
    // A number of ids that one query takes.
    private const int Chunk = 500;

    private readonly HashSet<string> _touched = [];
    private readonly HashSet<int> _years = [];

    /// <summary>Locks the chains of everybody in the workbook at once: in the order in which officers lock theirs.</summary>
    public async Task LockAsync(IReadOnlyList<string> numbers, CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        foreach (var chunk in numbers.Chunk(Chunk))
            ids.AddRange((await lookup.ByNumberAsync(chunk, cancellationToken)).Values);
        await ledger.LockAsync(ids, cancellationToken);
        database.ChangeTracker.Clear();
    }

    /// <summary>A claim to be filled in.</summary>
    public Claim Draft(string teacherId, string path, ImportTarget import)
    {
        var claim = Claim.Begin(HubId.New(clock), teacherId, path, saving.Now, import.OwnerId, import.BatchId);
        claim.SubmittedAt = saving.Now;
        return claim;
    }

    /// <summary>Certifies claims that are not stored yet.</summary>
    public async Task CertifyAsync(IReadOnlyList<Claim> claims, HubUser user, CancellationToken cancellationToken)
    {
        if (claims.Any(claim => claim.EnteredById == user.AccountId))
            throw new RefusedException("您代为登记的学时须由别人认定") { Kind = RefusalKind.Forbidden };
        await entries.CertifyAsync(claims, user, keepsBalances: false, cancellationToken);
        database.AddRange(claims);
        foreach (var claim in claims)
            _touched.Add(claim.TeacherId);
        _years.UnionWith(claims.SelectMany(claim => BalanceKeeping.YearsOf(claim.SchoolYear, claim.IsPreService)));
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Follows with the balances of everybody whose hours were certified, once for the whole import.</summary>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        foreach (var chunk in _touched.Order(StringComparer.Ordinal).Chunk(Chunk))
        {
            await balances.RefreshAsync(chunk, _years, cancellationToken);
            database.ChangeTracker.Clear();
        }
    }

    /// <summary>Takes back what of an import still stands; what was corrected or reversed since is left as it is.</summary>
    public async Task UndoAsync(string importId, string reason, HubUser user, Action<int> afterChunk, CancellationToken cancellationToken)
    {
        var standing = database.Set<Claim>().Where(claim => claim.ImportId == importId && claim.State == ClaimState.Certified);
        await ledger.LockAsync(
            await standing.Select(claim => claim.TeacherId).Distinct().ToListAsync(cancellationToken),
            cancellationToken
        );
        database.ChangeTracker.Clear();
        for (var done = 0; await standing.OrderBy(claim => claim.Id).Take(Chunk).ToListAsync(cancellationToken) is { Count: > 0 } claims; )
        {
            await corrections.ReverseLinesAsync(claims, reason, user, cancellationToken);
            foreach (var claim in claims)
                claim.Decide(ClaimState.Withdrawn, saving.Now, reason);
            await saving.StoreAsync(cancellationToken);
            database.ChangeTracker.Clear();
            afterChunk(done += claims.Count);
        }
    }
}
