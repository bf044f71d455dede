using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;

namespace TeacherGrowthHub.TrainingHours.Services.Claims;

/// <summary>Compares claims with everything else that is known, in a few queries for any number of them.</summary>
public sealed class ClaimFindings(HubDbContext database, TeacherHistories histories)
{
    // Long courses overlap with everything; two short activities on one day deserve a look.
    private const int ShortActivityDays = 7;

    /// <summary>The findings of each claim, weightiest first.</summary>
    public async Task<ILookup<string, ClaimFinding>> OfAsync(IReadOnlyList<Claim> claims, CancellationToken cancellationToken = default)
    {
        var teachers = claims.Select(claim => claim.TeacherId).Distinct().ToList();
        var others = await OthersAsync(claims, teachers, cancellationToken);
        var imported = await ImportedAsync(teachers, cancellationToken);
        var evidence = await EvidenceAsync(claims, cancellationToken);
        var people = await histories.OfAsync(teachers, cancellationToken);
        return claims
            .SelectMany(claim =>
                Of(claim, others, imported[claim.TeacherId], evidence, people.GetValueOrDefault(claim.TeacherId))
                    .Select(found => (claim.Id, found))
            )
            .OrderBy(pair => pair.found.Kind)
            .ToLookup(pair => pair.Id, pair => pair.found);
    }

    private static IEnumerable<ClaimFinding> Of(
        Claim claim,
        IReadOnlyList<Claim> others,
        IEnumerable<LedgerEntry> imported,
        EvidenceUse evidence,
        TeacherHistory? teacher
    )
    {
        var own = others.Where(other => other.TeacherId == claim.TeacherId && other.Id != claim.Id).ToList();
        foreach (var other in own)
        {
            if (other.ActivityKey == claim.ActivityKey)
                yield return Beside(FindingKind.SameActivity, other);
            else if (claim.Achievement is not null && SameAchievement(claim, other))
                yield return Beside(FindingKind.SameAchievement, other);
            else if (Overlap(claim, other.From, other.To) && other.Achievement is null)
                yield return Beside(FindingKind.OverlappingTime, other);
        }
        foreach (var line in imported)
        {
            if (line.ActivityKey == claim.ActivityKey)
                yield return new ClaimFinding(FindingKind.SameActivity, Words(line.Title, line.From, line.To));
            else if (Overlap(claim, line.From, line.To))
                yield return new ClaimFinding(FindingKind.OverlappingTime, Words(line.Title, line.From, line.To));
        }
        foreach (var other in evidence.UsedElsewhere(claim))
            yield return other;
        if (claim.TrainingId is null && claim.Reference is null && !evidence.Has(claim))
            yield return new ClaimFinding(FindingKind.NoEvidence);
        if (teacher?.PostOn(claim.To) is null)
            yield return new ClaimFinding(FindingKind.NotInPost);
        if (claim.LateReason is not null)
            yield return new ClaimFinding(FindingKind.Late, claim.LateReason);
        var alike = others.Count(other => other.TeacherId != claim.TeacherId && other.ActivityKey == claim.ActivityKey);
        if (alike > 0 && claim.TrainingId is null)
            yield return new ClaimFinding(FindingKind.AlsoClaimedByOthers, alike.ToString());
    }

    private static bool SameAchievement(Claim claim, Claim other) =>
        other.Achievement is not null && ActivityKeys.OfAchievement(other.Achievement) == ActivityKeys.OfAchievement(claim.Achievement!);

    private static bool Overlap(Claim claim, DateOnly from, DateOnly to) =>
        claim.Achievement is null
        && claim.From <= to
        && from <= claim.To
        && claim.To.DayNumber - claim.From.DayNumber < ShortActivityDays
        && to.DayNumber - from.DayNumber < ShortActivityDays;

    private static ClaimFinding Beside(FindingKind kind, Claim other) => new(kind, Words(other.Title, other.From, other.To), other.Id);

    private static string Words(string title, DateOnly from, DateOnly to) =>
        from == to ? $"{title} {from:yyyy-MM-dd}" : $"{title} {from:yyyy-MM-dd}—{to:MM-dd}";

    private Task<List<Claim>> OthersAsync(IReadOnlyList<Claim> claims, List<string> teachers, CancellationToken cancellationToken)
    {
        var keys = claims.Select(claim => claim.ActivityKey).Distinct().ToList();
        return database
            .Set<Claim>()
            .AsNoTracking()
            .Where(claim => claim.State == ClaimState.Waiting || claim.State == ClaimState.Certified)
            .Where(claim => EF.Parameter(teachers).Contains(claim.TeacherId) || EF.Parameter(keys).Contains(claim.ActivityKey))
            .ToListAsync(cancellationToken);
    }

    // Lines that did not come from a claim, such as imported ones; those taken back do not count.
    private async Task<ILookup<string, LedgerEntry>> ImportedAsync(List<string> teachers, CancellationToken cancellationToken)
    {
        var lines = await database
            .Set<LedgerEntry>()
            .AsNoTracking()
            .Where(entry => EF.Parameter(teachers).Contains(entry.TeacherId) && !entry.Source.StartsWith(ClaimPostings.Source))
            .ToListAsync(cancellationToken);
        var gone = lines.Where(line => line.IsReversal).Select(line => (line.TeacherId, line.ReversesSequence!.Value)).ToHashSet();
        return lines.Where(line => !line.IsReversal && !gone.Contains((line.TeacherId, line.Sequence))).ToLookup(line => line.TeacherId);
    }

    private async Task<EvidenceUse> EvidenceAsync(IReadOnlyList<Claim> claims, CancellationToken cancellationToken)
    {
        var ids = claims.Select(claim => claim.Id).ToList();
        var own = await database
            .Set<ClaimEvidence>()
            .AsNoTracking()
            .Where(evidence => EF.Parameter(ids).Contains(evidence.ClaimId))
            .ToListAsync(cancellationToken);
        var hashes = own.Select(evidence => evidence.BlobHash).Distinct().ToList();
        var uses = await (
            from evidence in database.Set<ClaimEvidence>()
            join claim in database.Set<Claim>() on evidence.ClaimId equals claim.Id
            where EF.Parameter(hashes).Contains(evidence.BlobHash) && claim.State != ClaimState.Draft && claim.State != ClaimState.Withdrawn
            select new UsedEvidence(evidence.BlobHash, claim)
        )
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return new EvidenceUse(
            own.ToLookup(evidence => evidence.ClaimId, evidence => evidence.BlobHash),
            uses.ToLookup(use => use.Hash, use => use.Claim)
        );
    }

    private sealed record UsedEvidence(string Hash, Claim Claim);

    private sealed record EvidenceUse(ILookup<string, string> HashesOf, ILookup<string, Claim> ClaimsOf)
    {
        public bool Has(Claim claim) => HashesOf[claim.Id].Any();

        public IEnumerable<ClaimFinding> UsedElsewhere(Claim claim) =>
            HashesOf[claim.Id]
                .SelectMany(hash => ClaimsOf[hash])
                .Where(other => other.Id != claim.Id)
                .DistinctBy(other => other.Id)
                .Select(other => Beside(FindingKind.EvidenceUsedBefore, other));
    }
}
