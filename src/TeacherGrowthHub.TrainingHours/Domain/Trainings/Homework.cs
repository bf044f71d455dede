namespace TeacherGrowthHub.TrainingHours.Domain.Trainings;

/// <summary>作业 of a teacher for a training: a text, a file, or both.</summary>
public sealed class Homework
{
    /// <summary>Longest text, in characters.</summary>
    public const int MaxTextLength = 5000;

    public required string TrainingId { get; init; }
    public required string TeacherId { get; init; }
    public string Text { get; set; } = "";

    /// <summary>SHA-256 of the file, lower-case hex; null without one.</summary>
    public string? BlobHash { get; set; }
    public string? FileName { get; set; }
    public required DateTime SubmittedAt { get; set; }

    /// <summary>合格 or not; null until an officer has looked at it.</summary>
    public bool? IsPassed { get; set; }
    public string? DecidedBy { get; set; }
}
