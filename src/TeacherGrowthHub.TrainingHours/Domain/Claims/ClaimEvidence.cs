namespace TeacherGrowthHub.TrainingHours.Domain.Claims;

/// <summary>证明材料 of a claim. Its hash is compared with earlier evidence of anybody.</summary>
public sealed class ClaimEvidence
{
    public required string Id { get; init; }
    public required string ClaimId { get; init; }
    public required string Name { get; init; }

    /// <summary>SHA-256, lower-case hex: its place in the blob store.</summary>
    public required string BlobHash { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }
    public required string MediaType { get; init; }
    public required DateTime AddedAt { get; init; }
}
