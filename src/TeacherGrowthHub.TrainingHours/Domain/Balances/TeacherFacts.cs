using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;

namespace TeacherGrowthHub.TrainingHours.Domain.Balances;

/// <summary>What balances are reckoned from, and from nothing else.</summary>
/// <param name="Duties">All duties ever held, with dates.</param>
/// <param name="Entries">The ledger's lines of the school year and of pre-service courses of the years beside it, reversals included.</param>
/// <param name="Exemptions">Of the school year.</param>
public sealed record TeacherFacts(IReadOnlyList<HeldDuty> Duties, IReadOnlyList<LedgerEntry> Entries, IReadOnlyList<Exemption> Exemptions)
{
    /// <summary>Lines that are neither reversals nor reversed.</summary>
    public IEnumerable<LedgerEntry> Standing
    {
        get
        {
            var reversed = Entries.Where(entry => entry.IsReversal).Select(entry => entry.ReversesSequence).ToHashSet();
            return Entries.Where(entry => !entry.IsReversal && !reversed.Contains(entry.Sequence));
        }
    }
}
