namespace TeacherGrowthHub.People.Domain;

/// <summary>
/// A school's word that class teachers, subject teachers and designations of a school year are right. Without it no quota and no rate of
/// that year has a denominator.
/// </summary>
public sealed class YearConfirmation
{
    public required string OrganizationId { get; init; }

    /// <summary>The year the school year begins in.</summary>
    public required int SchoolYearId { get; init; }
    public required DateTime ConfirmedAt { get; set; }
    public required string ConfirmedBy { get; set; }
}
