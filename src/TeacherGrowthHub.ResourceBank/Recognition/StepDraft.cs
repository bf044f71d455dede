using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>A step being written.</summary>
internal sealed class StepDraft
{
    public string Name { get; set; } = "";
    public int? Minutes { get; set; }

    /// <summary>Where its minutes begin when they are told as 5—17.</summary>
    public int? From { get; init; }
    public List<string> Teacher { get; } = [];
    public List<string> Students { get; } = [];
    public List<string> Intent { get; } = [];

    /// <summary>Nothing but a name so far.</summary>
    public bool IsBare => Teacher.Count + Students.Count + Intent.Count == 0;

    public LessonStep ToStep() =>
        new()
        {
            Name = Name,
            Minutes = Minutes,
            Teacher = string.Join('\n', Teacher),
            Students = string.Join('\n', Students),
            Intent = string.Join('\n', Intent),
        };
}
