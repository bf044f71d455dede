using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Domain.Rules;

namespace TeacherGrowthHub.TrainingHours.Domain.Balances;

/// <summary>
/// Reckons balances from duties, ledger and rules (policy item 三; domain 0.5–0.8). Pure: the same facts give the same standing,
/// in whatever order they were certified.
/// </summary>
public static class Reckoning
{
    /// <summary>The standing of a school year under its rules.</summary>
    public static YearStanding Reckon(RuleSet rules, SchoolYear year, TeacherFacts facts) =>
        new([.. rules.Quotas.Select(quota => Reckon(rules, quota, year, facts)).OfType<DutyStanding>()]);

    /// <summary>Whether a duty is held long enough in the year to be asked for. An open duty is taken to last.</summary>
    public static bool IsAsked(DutyQuota quota, RuleSet rules, SchoolYear year, IEnumerable<HeldDuty> duties)
    {
        var days = year.End.DayNumber - year.Start.DayNumber + 1;
        var held = 0;
        var counted = year.Start.DayNumber - 1;
        foreach (var duty in duties.Where(duty => quota.Duties.Contains(duty.Kind)).OrderBy(duty => duty.From))
        {
            // No day twice, where two classes overlap.
            var from = Math.Max(duty.From.DayNumber, counted + 1);
            var to = Math.Min(duty.To?.DayNumber ?? int.MaxValue, year.End.DayNumber);
            if (from > to)
                continue;
            held += to - from + 1;
            counted = to;
        }
        return held > 0 && held * 100 >= days * rules.DutyHeldPercent;
    }

    private static DutyStanding? Reckon(RuleSet rules, DutyQuota quota, SchoolYear year, TeacherFacts facts)
    {
        if (quota.Period == QuotaPeriod.Once)
            return PreService.Reckon(rules, quota, year, facts);
        if (!IsAsked(quota, rules, year, facts.Duties))
            return null;
        var entries = facts.Standing.Where(entry => entry.SchoolYear == year.Id);
        var lines = Count(rules, entries, entry => Passes(quota.Counts, entry) ? LineReason.Counts : LineReason.OtherSubject);
        return Standing(quota, facts, year, lines, StandingState.Met);
    }

    /// <summary>Filter, then highest-only, then caps.</summary>
    /// <param name="entries">Standing lines, by date.</param>
    internal static IReadOnlyList<CountedLine> Count(RuleSet rules, IEnumerable<LedgerEntry> entries, Func<LedgerEntry, LineReason> filter)
    {
        var lines = entries.Select(entry => (Entry: entry, Why: filter(entry))).ToList();
        var highest = lines
            .Where(line => line.Why == LineReason.Counts && line.Entry.AchievementKey is not null)
            .GroupBy(line => line.Entry.AchievementKey!)
            .ToDictionary(group => group.Key, group => group.MaxBy(line => line.Entry.CountedHundredths).Entry);
        var room = rules
            .Kinds.Where(kind => kind.CapHundredths is not null)
            .ToDictionary(kind => kind.Code, kind => new Hours(kind.CapHundredths!.Value));
        return lines.ConvertAll(line => Take(line.Entry, line.Why, highest, room));
    }

    /// <summary>The standing with its state: exempt, attained in the given way, or missing.</summary>
    internal static DutyStanding Standing(
        DutyQuota quota,
        TeacherFacts facts,
        SchoolYear year,
        IReadOnlyList<CountedLine> lines,
        StandingState whenAttained
    )
    {
        var exempt = facts.Exemptions.Any(exemption =>
            exemption.WithdrawnAt is null
            && exemption.SchoolYear == year.Id
            && (exemption.Duty is null || quota.Duties.Contains(exemption.Duty.Value))
        );
        var attained = lines.Sum(line => line.Counts) >= quota.Required;
        return new DutyStanding(
            quota,
            exempt ? StandingState.Exempt
                : attained ? whenAttained
                : StandingState.Missing,
            lines
        );
    }

    private static CountedLine Take(
        LedgerEntry entry,
        LineReason filtered,
        Dictionary<string, LedgerEntry> highest,
        Dictionary<string, Hours> room
    )
    {
        if (filtered != LineReason.Counts)
            return new CountedLine(entry, Hours.Zero, filtered);
        if (entry.AchievementKey is not null && highest[entry.AchievementKey] != entry)
            return new CountedLine(entry, Hours.Zero, LineReason.LowerOfSameAchievement);
        if (!room.TryGetValue(entry.Kind, out var left))
            return new CountedLine(entry, entry.Counted, LineReason.Counts);
        var counts = Hours.Min(entry.Counted, left);
        room[entry.Kind] = left - counts;
        return new CountedLine(entry, counts, counts < entry.Counted ? LineReason.Capped : LineReason.Counts);
    }

    private static bool Passes(CountFilter filter, LedgerEntry entry) =>
        filter switch
        {
            CountFilter.All => true,
            CountFilter.MentalHealth => entry.IsMentalHealth,
            CountFilter.PreService => entry.IsPreService,
            _ => throw new ArgumentOutOfRangeException(nameof(filter)),
        };
}
