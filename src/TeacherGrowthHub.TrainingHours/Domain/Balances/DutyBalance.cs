using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.TrainingHours.Domain.Balances;

/// <summary>The kept standing of one duty; amounts in hundredths of an hour. See <see cref="TeacherYear"/>.</summary>
public sealed class DutyBalance
{
    public required string TeacherId { get; init; }
    public required int SchoolYear { get; init; }
    public required DutyKind Duty { get; init; }

    /// <summary>School, as in <see cref="TeacherYear.Path"/>.</summary>
    public required string Path { get; set; }
    public int RequiredHundredths { get; set; }
    public int CertifiedHundredths { get; set; }
    public int CountedHundredths { get; set; }
    public int MissingHundredths { get; set; }
    public StandingState State { get; set; }

    /// <summary>Counted hundredths by code of the kind, as JSON.</summary>
    public string ByKind { get; set; } = "{}";

    /// <summary>Number of the rules it was reckoned under.</summary>
    public int RuleVersion { get; set; }
}
