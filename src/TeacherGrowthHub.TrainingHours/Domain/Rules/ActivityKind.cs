namespace TeacherGrowthHub.TrainingHours.Domain.Rules;

/// <summary>A kind of activity that brings hours, as the rules of a year describe it.</summary>
/// <param name="Code">Stable code; entries of the ledger carry it.</param>
/// <param name="Label">Chinese name.</param>
/// <param name="Form">Whether somebody takes part, teaches, or presents an achievement.</param>
/// <param name="Steps">Who decides on a claim, lowest first; the last one certifies.</param>
/// <param name="CapHundredths">The most that counts of this kind for one duty in a school year, in hundredths of an hour; null without a cap.</param>
/// <param name="CapSource">The document that sets the cap.</param>
/// <param name="Evidence">What a claim is expected to show, in the order it is asked for.</param>
public sealed record ActivityKind(
    string Code,
    string Label,
    ActivityForm Form,
    IReadOnlyList<ClaimLevel> Steps,
    int? CapHundredths = null,
    string? CapSource = null,
    IReadOnlyList<string>? Evidence = null
);

/// <summary>What somebody does in an activity.</summary>
public enum ActivityForm
{
    /// <summary>参加.</summary>
    Attendance,

    /// <summary>讲授.</summary>
    Teaching,

    /// <summary>成果: award, paper, project; its hours come from an <see cref="Equivalence"/>.</summary>
    Achievement,
}

/// <summary>A step of a claim: 学校初核, 县级认定, 市级认定.</summary>
public enum ClaimLevel
{
    School,
    County,
    City,
}
