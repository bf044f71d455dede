namespace TeacherGrowthHub.TrainingHours.Domain.Ledger;

/// <summary>A school year that is closed: entries after that need the city's reason.</summary>
public sealed class YearClosing
{
    public required int SchoolYear { get; init; }
    public required DateTime ClosedAt { get; init; }
    public required string ClosedBy { get; init; }
}
