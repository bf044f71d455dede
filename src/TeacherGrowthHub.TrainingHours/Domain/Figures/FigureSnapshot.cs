namespace TeacherGrowthHub.TrainingHours.Domain.Figures;

/// <summary>What an organisation's persons amounted to at the end of a month, or on the last night of it so far: the points of the trend.</summary>
public sealed class FigureSnapshot
{
    public required int SchoolYear { get; init; }

    /// <summary>City, county or school.</summary>
    public required string Path { get; set; }

    /// <summary>First day of the month.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>Persons of whom hours are asked.</summary>
    public int Asked { get; init; }
    public int Attained { get; init; }

    /// <summary>Subject teachers in post.</summary>
    public int Subject { get; init; }

    /// <summary>Of them, those with at least one mental-health training.</summary>
    public int Participants { get; init; }
}
