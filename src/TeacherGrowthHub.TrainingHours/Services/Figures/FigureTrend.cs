namespace TeacherGrowthHub.TrainingHours.Services.Figures;

/// <summary>Rates by month of the school year, and by year.</summary>
/// <param name="Months">First days of the months.</param>
/// <param name="Lines">One for each organisation.</param>
/// <param name="Years">Of the organisation itself, years in their order.</param>
public sealed record FigureTrend(IReadOnlyList<DateOnly> Months, IReadOnlyList<TrendLine> Lines, IReadOnlyList<YearPoint> Years);

/// <summary>Per cent of persons who have attained, by month; null where nothing was kept.</summary>
public sealed record TrendLine(string Name, IReadOnlyList<int?> Rates);

/// <summary>A school year's last rates.</summary>
public sealed record YearPoint(int SchoolYear, int? Rate, int? ParticipationRate);
