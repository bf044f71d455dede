namespace TeacherGrowthHub.TrainingHours.Domain.Trainings;

/// <summary>The secret address under which somebody's calendar program fetches the own trainings.</summary>
public sealed class CalendarFeed
{
    public required string AccountId { get; init; }

    /// <summary>Whoever knows it may read the calendar; renewed when it has become known.</summary>
    public required string Token { get; set; }
}
