using System.Globalization;

namespace TeacherGrowthHub.TrainingHours.Domain.Rules;

/// <summary>Days of the year as the rules write them, <c>MM-dd</c>.</summary>
public static class MonthDay
{
    // A leap year, so that 29 February can be written.
    private const int AnyLeapYear = 2024;

    public static bool IsValid(string? text) => TryRead(text, AnyLeapYear, out _);

    /// <summary>The first such day on or after <paramref name="day"/>; 29 February becomes 28 in a common year.</summary>
    public static DateOnly OnOrAfter(string text, DateOnly day)
    {
        var same = In(text, day.Year);
        return same >= day ? same : In(text, day.Year + 1);
    }

    private static DateOnly In(string text, int year) =>
        TryRead(text, year, out var day) || TryRead("02-28", year, out day) ? day : throw new FormatException(text);

    private static bool TryRead(string? text, int year, out DateOnly day) =>
        DateOnly.TryParseExact($"{year:D4}-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
