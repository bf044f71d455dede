using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;

namespace TeacherGrowthHub.TrainingHours.Domain.Balances;

/// <summary>What balances are reckoned from, and from nothing else.</summary>
/// <param name="duties">All duties ever held, with dates.</param>
/// <param name="entries">The ledger's lines of the school year and of pre-service courses of the years beside it, reversals included.</param>
/// <param name="exemptions">Of the school year.</param>
public sealed class TeacherFacts(
    IReadOnlyList<HeldDuty> duties,
    IReadOnlyCollection<LedgerEntry> entries,
    IReadOnlyList<Exemption> exemptions
)
{
    public IReadOnlyList<HeldDuty> Duties { get; } = duties;
    public IReadOnlyList<Exemption> Exemptions { get; } = exemptions;

    /// <summary>As they were given, reversals included.</summary>
    public IReadOnlyCollection<LedgerEntry> Entries { get; } = entries;

    /// <summary>Lines that are neither reversals nor reversed, by date, so that an explanation reads like the year went.</summary>
    public IReadOnlyList<LedgerEntry> Standing { get; } = StandingOf(entries);

    private static List<LedgerEntry> StandingOf(IReadOnlyCollection<LedgerEntry> entries)
    {
        var reversed = entries.Where(entry => entry.IsReversal).Select(entry => entry.ReversesSequence).ToHashSet();
        var standing = entries.Where(entry => !entry.IsReversal && !reversed.Contains(entry.Sequence)).ToList();
        standing.Sort(
            static (left, right) =>
                left.From != right.From ? left.From.CompareTo(right.From) : string.CompareOrdinal(left.ActivityKey, right.ActivityKey)
        );
        return standing;
    }
}
