using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Domain.Rules;

namespace TeacherGrowthHub.TrainingHours.Domain.Balances;

/// <summary>How a teacher stands with one duty in a school year, and how that came about line by line.</summary>
/// <param name="Quota">The rule that binds.</param>
/// <param name="State">Attained or not.</param>
/// <param name="Lines">Every line of the year, with what it brings for this duty.</param>
public sealed record DutyStanding(DutyQuota Quota, StandingState State, IReadOnlyList<CountedLine> Lines)
{
    public Hours Required => State == StandingState.Exempt ? Hours.Zero : Quota.Required;

    /// <summary>What counts for the duty after filter, highest-only and caps.</summary>
    public Hours Counted => Lines.Sum(line => line.Counts);

    /// <summary>Certified hours that pass the duty's filter, before highest-only and caps.</summary>
    public Hours Certified =>
        Lines.Where(line => line.Why is not (LineReason.OtherSubject or LineReason.OutsideWindow)).Sum(line => line.Entry.Counted);

    public Hours Missing => IsMet ? Hours.Zero : Hours.Max(Hours.Zero, Required - Counted);

    public bool IsMet => State != StandingState.Missing;

    /// <summary>Counted hours by code of the kind, most first.</summary>
    public IReadOnlyDictionary<string, Hours> ByKind =>
        Lines
            .Where(line => line.Counts > Hours.Zero)
            .GroupBy(line => line.Entry.Kind)
            .OrderByDescending(kind => kind.Sum(line => line.Counts))
            .ThenBy(kind => kind.Key, StringComparer.Ordinal)
            .ToDictionary(kind => kind.Key, kind => kind.Sum(line => line.Counts));
}

/// <summary>Whether a requirement is attained.</summary>
public enum StandingState
{
    /// <summary>未达标.</summary>
    Missing,

    /// <summary>已达标.</summary>
    Met,

    /// <summary>已补训: pre-service hours that came after taking up duty, within the make-up window.</summary>
    MadeUp,

    /// <summary>免修.</summary>
    Exempt,
}

/// <summary>What a line of the ledger brings for a duty.</summary>
/// <param name="Counts">Never more than was certified.</param>
/// <param name="Why">Why it counts less, where it does.</param>
public sealed record CountedLine(LedgerEntry Entry, Hours Counts, LineReason Why);

/// <summary>Why a line counts for a duty as it does.</summary>
public enum LineReason
{
    /// <summary>Counts in full.</summary>
    Counts,

    /// <summary>Not of the subject the duty's quota asks for (not mental-health, not pre-service).</summary>
    OtherSubject,

    /// <summary>A higher line of the same achievement counts instead.</summary>
    LowerOfSameAchievement,

    /// <summary>The kind's cap of the year is reached.</summary>
    Capped,

    /// <summary>A pre-service course after the make-up window.</summary>
    OutsideWindow,
}
