using TeacherGrowthHub.TrainingHours.Domain.Rules;

namespace TeacherGrowthHub.TrainingHours.Domain.Claims;

/// <summary>What somebody did with a claim; appended, never changed.</summary>
public sealed class ClaimStep
{
    public required string Id { get; init; }
    public required string ClaimId { get; init; }
    public required DateTime At { get; init; }
    public string? AccountId { get; init; }
    public required string By { get; init; }
    public required ClaimAct Act { get; init; }

    /// <summary>The level that acted; null for the teacher.</summary>
    public ClaimLevel? Level { get; init; }
    public string? Reason { get; init; }

    /// <summary>What was granted, in hundredths of an hour, where the act grants.</summary>
    public int? GrantedHundredths { get; init; }
}

/// <summary>Acts on a claim.</summary>
public enum ClaimAct
{
    Submitted,
    PassedOn,
    Returned,
    Refused,
    Reconsidered,
    Certified,
    Reversed,
    Withdrawn,
}
