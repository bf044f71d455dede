using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>What a reader of the calendar asks for.</summary>
/// <param name="Kind">Code of the kind; null for all.</param>
/// <param name="County">Path of the county that runs it; null for all.</param>
/// <param name="Duty">A duty that may come; null for all.</param>
/// <param name="IsPast">What is over, the last first, instead of what comes.</param>
/// <param name="Page">From 1.</param>
public sealed record TrainingFilter(string? Kind = null, string? County = null, DutyKind? Duty = null, bool IsPast = false, int Page = 1);
