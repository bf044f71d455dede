namespace TeacherGrowthHub.Content.Domain;

/// <summary>A content item of a type that no module here knows, kept word for word so that an export gives it back.</summary>
public sealed class ForeignItem
{
    public required string Id { get; init; }
    public required string ContentType { get; set; }

    /// <summary>The item's JSON as imported.</summary>
    public required string Json { get; set; }
}
