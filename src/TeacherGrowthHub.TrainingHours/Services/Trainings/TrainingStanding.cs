using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>What the audit trail keeps of a training.</summary>
internal sealed record TrainingStanding(
    string Title,
    TrainingState State,
    string Kind,
    TrainingLevel Level,
    string Audience,
    int? Capacity,
    DateTime Start,
    DateTime End,
    string Hours,
    string? Reason
)
{
    public static TrainingStanding Of(Training training) =>
        new(
            training.Title,
            training.State,
            training.Kind,
            training.Level,
            string.Join(' ', training.Audience),
            training.Capacity,
            training.Start,
            training.End,
            training.Hours.ToString(),
            training.Reason
        );
}
