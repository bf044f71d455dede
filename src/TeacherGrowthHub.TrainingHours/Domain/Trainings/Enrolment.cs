namespace TeacherGrowthHub.TrainingHours.Domain.Trainings;

/// <summary>A teacher who has signed up.</summary>
public sealed class Enrolment
{
    public required string TrainingId { get; init; }
    public required string TeacherId { get; init; }

    /// <summary>School of the teacher.</summary>
    public required string Path { get; set; }
    public EnrolmentState State { get; set; }

    /// <summary>The waiting list goes by it.</summary>
    public required DateTime At { get; set; }

    /// <summary>What the personal check-in code is made from.</summary>
    public required byte[] Secret { get; init; }

    /// <summary>The officer who added somebody at the door; null where the teacher signed up.</summary>
    public string? AddedBy { get; set; }

    /// <summary>Whether the teacher has given feedback; what was said is kept without the name.</summary>
    public bool HasGivenFeedback { get; set; }
}

/// <summary>Whether a teacher has a place.</summary>
public enum EnrolmentState
{
    Enrolled,

    /// <summary>候补.</summary>
    Waiting,
    Cancelled,
}
