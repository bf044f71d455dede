using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Services.Balances;

namespace TeacherGrowthHub.TrainingHours.Services.Standings;

/// <summary>Claims and ledger of a school year as one list.</summary>
public sealed class YearTimeline(PeopleDirectory people)
{
    /// <summary>What waits for the teacher first, then by day, latest first.</summary>
    public async Task<IReadOnlyList<TimelineItem>> OfAsync(
        TeacherStanding standing,
        IReadOnlyList<Claim> claims,
        CancellationToken cancellationToken
    )
    {
        var rules = standing.Rules.Rules;
        var places = await PlacesAsync(claims, cancellationToken);
        var lines = standing.Facts.Entries.Where(entry => !entry.IsReversal && entry.SchoolYear == standing.Year.Id);
        var taken = standing.Facts.Entries.Where(entry => entry.IsReversal).ToDictionary(entry => entry.ReversesSequence!.Value);
        return
        [
            .. claims
                .Where(claim => claim.State is not (ClaimState.Certified or ClaimState.Withdrawn))
                .Select(claim => ItemOf(claim, rules, places))
                .Concat(lines.Select(line => ItemOf(line, taken.GetValueOrDefault(line.Sequence), rules)))
                .OrderBy(item => item.State > TimelineState.Waiting)
                .ThenBy(item => item.State > TimelineState.Waiting ? default : item.State)
                .ThenByDescending(item => item.From),
        ];
    }

    private async Task<Dictionary<string, string>> PlacesAsync(IReadOnlyList<Claim> claims, CancellationToken cancellationToken)
    {
        var places = new Dictionary<string, string>();
        foreach (var path in claims.Select(claim => claim.WaitingPath).Where(path => path.Length > 0).Distinct())
            places[path] = (await people.OrganizationAsync(path, cancellationToken))?.Name ?? "";
        return places;
    }

    private static TimelineItem ItemOf(Claim claim, RuleSet rules, Dictionary<string, string> places) =>
        new(
            claim.Title,
            rules.LabelOf(claim.Kind),
            claim.From,
            claim.To,
            claim.Granted,
            claim.State switch
            {
                ClaimState.Draft => TimelineState.Draft,
                ClaimState.Returned => TimelineState.Returned,
                ClaimState.Refused => TimelineState.Refused,
                _ => TimelineState.Waiting,
            },
            claim.State is ClaimState.Returned or ClaimState.Refused ? claim.Reason : null,
            places.GetValueOrDefault(claim.WaitingPath),
            claim.Id
        );

    private static TimelineItem ItemOf(LedgerEntry line, LedgerEntry? reversal, RuleSet rules) =>
        new(
            line.Title,
            rules.LabelOf(line.Kind),
            line.From,
            line.To,
            line.Counted,
            reversal is null ? TimelineState.Certified : TimelineState.Reversed,
            reversal?.Reason
        );
}
