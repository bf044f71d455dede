using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>What a reader understood of a document, by the keys of <see cref="KindProfile"/>.</summary>
public sealed record Recognized
{
    public string Title { get; init; } = "";
    public IReadOnlyDictionary<string, string> Sections { get; init; } = new Dictionary<string, string>();
    public IReadOnlyList<LessonStep> Steps { get; init; } = [];
    public IReadOnlyList<string> Stages { get; init; } = [];
    public IReadOnlyList<int> Grades { get; init; } = [];
    public IReadOnlyList<string> Keywords { get; init; } = [];
    public IReadOnlyList<string> Authors { get; init; } = [];
    public int? Periods { get; init; }
    public int? Minutes { get; init; }

    /// <summary>Fields read with doubt.</summary>
    public IReadOnlyList<string> ToCheck { get; init; } = [];
}
