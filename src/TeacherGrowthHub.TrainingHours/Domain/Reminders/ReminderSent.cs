namespace TeacherGrowthHub.TrainingHours.Domain.Reminders;

/// <summary>That somebody has been reminded. Its key lets nobody be reminded twice on one occasion, whichever node sends.</summary>
public sealed class ReminderSent
{
    public required ReminderOccasion Occasion { get; init; }

    /// <summary>The configured date, or the day an officer pressed the button.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Teacher, or account of an officer; empty for the end of a round.</summary>
    public required string RecipientId { get; init; }

    /// <summary>The organisation an officer's digest is about; empty for teachers.</summary>
    public string OrganizationId { get; init; } = "";
    public required DateTime SentAt { get; init; }
}

/// <summary>Why somebody is reminded.</summary>
public enum ReminderOccasion
{
    /// <summary>A configured date.</summary>
    Date,

    /// <summary>An officer's click.</summary>
    ByHand,
}
