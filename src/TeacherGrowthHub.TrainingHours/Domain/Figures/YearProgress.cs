using TeacherGrowthHub.Kernel.Calendar;

namespace TeacherGrowthHub.TrainingHours.Domain.Figures;

/// <summary>How much of a school year is over.</summary>
/// <param name="Days">Days of the year.</param>
/// <param name="Elapsed">Days of it that have come, today included.</param>
public readonly record struct YearProgress(int Days, int Elapsed)
{
    public static YearProgress Of(SchoolYear year, DateOnly today)
    {
        var days = year.End.DayNumber - year.Start.DayNumber + 1;
        return new(days, Math.Clamp(today.DayNumber - year.Start.DayNumber + 1, 0, days));
    }
}
