namespace TeacherGrowthHub.ResourceBank.Domain;

/// <summary>A work on somebody's list of favourites.</summary>
public sealed class Favourite
{
    public required string AccountId { get; init; }
    public required string WorkId { get; init; }
    public DateTime At { get; init; }
}

/// <summary>A counted download: one per person, work and day in Asia/Shanghai.</summary>
public sealed class CountedDownload
{
    public required string AccountId { get; init; }
    public required string WorkId { get; init; }
    public DateOnly Day { get; init; }
}

/// <summary>A running resumable upload (tus 1.0); its bytes wait in the data folder.</summary>
public sealed class UploadSession
{
    public required string Id { get; init; }
    public required string AccountId { get; init; }
    public required string WorkId { get; init; }
    public required string FileName { get; init; }

    /// <summary>Bytes announced.</summary>
    public long Length { get; init; }
    public DateTime CreatedAt { get; init; }
}
