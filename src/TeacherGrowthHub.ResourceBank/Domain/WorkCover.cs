namespace TeacherGrowthHub.ResourceBank.Domain;

/// <summary>The author's own picture on the cover, 16:10, in two widths; without it the drawn cover stands.</summary>
/// <param name="Large">Key in the blob store, at most 1280 px wide.</param>
/// <param name="Small">Key in the blob store, 480 px wide, for cards and rows.</param>
/// <param name="Text">What the picture shows, for who cannot see it; may be empty.</param>
public sealed record WorkCover(string Large, string Small, string Text)
{
    /// <summary>Longest text, in characters.</summary>
    public const int MaxText = 120;
}
