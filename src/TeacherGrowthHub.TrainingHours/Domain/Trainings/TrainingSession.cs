namespace TeacherGrowthHub.TrainingHours.Domain.Trainings;

/// <summary>A stretch of a training that is attended by itself.</summary>
public sealed class TrainingSession
{
    public required string Id { get; init; }
    public string TrainingId { get; init; } = "";
    public required string Topic { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime Start { get; set; }
    public required DateTime End { get; set; }
    public string Place { get; set; } = "";

    /// <summary>Where it is held online.</summary>
    public string Link { get; set; } = "";

    /// <summary>In hundredths of an hour.</summary>
    public required int HoursHundredths { get; set; }

    /// <summary>What the rotating check-in codes are made from; never leaves the server.</summary>
    public required byte[] Secret { get; init; }

    public Hours Hours => new(HoursHundredths);
}
