namespace TeacherGrowthHub.TrainingHours.Domain.Rules;

/// <summary>
/// A dated, numbered version of the rules. It is never changed: a correction is a further version. A school year is governed by the
/// versions that begin latest before or with it, and of those by the one numbered last.
/// </summary>
public sealed class RuleVersion
{
    /// <summary>Running number; every entry of the ledger names the one it was certified under.</summary>
    public required int Number { get; init; }

    /// <summary>First school year it governs, by the year it begins in.</summary>
    public required int FromSchoolYear { get; init; }
    public required RuleSet Rules { get; init; }
    public DateTime CreatedAt { get; init; }
    public required string CreatedBy { get; init; }

    /// <summary>The version that governs a school year; null when the rules begin later.</summary>
    public static RuleVersion? Governing(IEnumerable<RuleVersion> versions, int schoolYear) =>
        versions.Where(version => version.FromSchoolYear <= schoolYear).MaxBy(version => (version.FromSchoolYear, version.Number));
}
