namespace TeacherGrowthHub.TrainingHours.Domain.Balances;

/// <summary>
/// The kept result of a reckoning: one row for a teacher and a school year, for figures and lists. Written in the same transaction as the
/// ledger; can be made again from it at any time.
/// </summary>
public sealed class TeacherYear
{
    public required string TeacherId { get; init; }
    public required int SchoolYear { get; init; }

    /// <summary>School today; of a past year, on its last day.</summary>
    public required string Path { get; set; }

    /// <summary>Everything certified for the year, in hundredths of an hour.</summary>
    public int CertifiedHundredths { get; set; }

    /// <summary>Certified activities of the year, each time counted: person-times when they are added up over people.</summary>
    public int Activities { get; set; }

    /// <summary>Duties that are asked for and not waived; a teacher without any is in no denominator.</summary>
    public int Duties { get; set; }

    /// <summary>Whether every one of them is attained.</summary>
    public bool IsAttained { get; set; }

    /// <summary>A subject teacher in post: the denominator of the participation rate (domain 0.7).</summary>
    public bool IsSubjectInPost { get; set; }

    /// <summary>At least one certified mental-health training: the numerator.</summary>
    public bool HasMentalHealth { get; set; }
}
