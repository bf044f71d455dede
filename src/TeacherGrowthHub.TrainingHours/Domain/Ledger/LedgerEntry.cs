namespace TeacherGrowthHub.TrainingHours.Domain.Ledger;

/// <summary>
/// A line of a teacher's ledger: hours certified, or the reversal of a line. Written once, never changed. Every column is part of
/// <see cref="Hash"/>, which also holds the hash of the line before: one chain for each teacher.
/// </summary>
public sealed class LedgerEntry
{
    public const int MaxTitleLength = 200;
    public const int MaxReasonLength = 500;

    public required string TeacherId { get; init; }

    /// <summary>1, 2, 3 … in the teacher's chain, without gaps. Teacher and number name the line.</summary>
    public required int Sequence { get; init; }

    /// <summary>The school year it counts for; of hours that make up a missing year, the year they repair.</summary>
    public required int SchoolYear { get; init; }

    /// <summary>What was attended; the same activity counts once for a teacher.</summary>
    public required string ActivityKey { get; init; }

    /// <summary>The achievement behind it; of one achievement only the highest counts. Null for trainings.</summary>
    public string? AchievementKey { get; init; }
    public required string Title { get; init; }

    /// <summary>Code of the kind in the rules.</summary>
    public required string Kind { get; init; }
    public bool IsMentalHealth { get; init; }

    /// <summary>岗前培训.</summary>
    public bool IsPreService { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>What the evidence says, in hundredths of an hour; negative in a reversal.</summary>
    public required int RawHundredths { get; init; }

    /// <summary>What was certified of it; caps of the year come later, when balances are reckoned. Negative in a reversal.</summary>
    public required int CountedHundredths { get; init; }

    /// <summary>Number of the <see cref="Rules.RuleVersion"/> in force when it was certified.</summary>
    public required int RuleVersion { get; init; }

    /// <summary>The act that wrote it, together with other lines of the same moment.</summary>
    public required string ActId { get; init; }

    /// <summary>The officer's account; null when the application itself certified.</summary>
    public string? CertifiedById { get; init; }
    public required string CertifiedBy { get; init; }
    public required DateTime CertifiedAt { get; init; }

    /// <summary>Where it came from: <c>claim:…</c>, <c>import:…</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The line this one takes back.</summary>
    public int? ReversesSequence { get; init; }

    /// <summary>Why it was reversed, corrected or entered late.</summary>
    public string? Reason { get; init; }

    /// <summary>Number of the first checkpoint that covers it.</summary>
    public required int Epoch { get; init; }
    public byte[] Hash { get; internal set; } = [];

    public Hours Raw => new(RawHundredths);
    public Hours Counted => new(CountedHundredths);
    public bool IsReversal => ReversesSequence is not null;
}
