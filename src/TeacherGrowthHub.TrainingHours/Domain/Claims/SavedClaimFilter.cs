namespace TeacherGrowthHub.TrainingHours.Domain.Claims;

/// <summary>A filter of the queue that an officer uses often.</summary>
public sealed class SavedClaimFilter
{
    public const int MaxNameLength = 40;

    public required string Id { get; init; }
    public required string AccountId { get; init; }
    public required string Name { get; init; }

    /// <summary>The filter as a query string.</summary>
    public required string Query { get; init; }
}
