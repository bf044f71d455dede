namespace TeacherGrowthHub.Content.Domain;

/// <summary>A file of the media library: a path that people know, bytes in the blob store.</summary>
public sealed class MediaFile
{
    /// <summary>Path below the media root, with forward slashes.</summary>
    public required string Path { get; init; }

    /// <summary>Key in the blob store.</summary>
    public required string Hash { get; set; }

    /// <summary>Bytes.</summary>
    public long Length { get; set; }
}
