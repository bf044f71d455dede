namespace TeacherGrowthHub.TrainingHours.Domain.Trainings;

/// <summary>What one participant says of a training. Neither the name nor the time is kept: whoever reads it cannot tell who wrote it.</summary>
public sealed class Feedback
{
    public const int LowestScore = 1;
    public const int HighestScore = 5;
    public const int MaxTextLength = 1000;

    /// <summary>Random: an id made of the time would tell who came just before.</summary>
    public required Guid Id { get; init; }
    public required string TrainingId { get; init; }

    /// <summary>1 (不满意) to 5 (很满意).</summary>
    public required int Score { get; init; }
    public string Text { get; init; } = "";
}
