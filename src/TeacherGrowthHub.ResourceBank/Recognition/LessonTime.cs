using System.Globalization;
using System.Text.RegularExpressions;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>课时 and 时长 of a lesson, from the fields of both: teachers write either in either.</summary>
internal static partial class LessonTime
{
    private const string Spoken = "一二三四五六七八九十";
    private const int MinMinutes = 5;

    /// <summary>Number of periods: 共2课时 before 第1课时, a bare number only in its own field.</summary>
    public static int? Periods(string periods, string minutes)
    {
        var both = $"{periods}\n{minutes}";
        var match = All().Match(both) is { Success: true } all ? all : Some().Match(both);
        if (match.Success)
            return Number(match.Groups["number"].Value);
        return Bare(periods);
    }

    /// <summary>Minutes of a period.</summary>
    public static int? Minutes(string periods, string minutes) =>
        StepTimes.MinutesOf($"{minutes}\n{periods}") ?? (Bare(minutes) is >= MinMinutes and var number ? number : null);

    /// <summary>Whether a line says more than that: 2026年5月8日, 第三节课后.</summary>
    public static bool SaysMore(string line) => Time().Replace(line, "").Any(char.IsLetter);

    private static int? Bare(string text) => Lone().Match(text) is { Success: true } match ? Number(match.Groups["number"].Value) : null;

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits
        : Spoken.IndexOf(text.Replace('两', '二'), StringComparison.Ordinal) is >= 0 and var index ? index + 1
        : null;

    [GeneratedRegex(@"共\s?(?<number>[0-9]{1,2}|[一二两三四五六七八九十])\s?(?:个)?课时")]
    private static partial Regex All();

    [GeneratedRegex(@"(?<number>[0-9]{1,2}|[一二两三四五六七八九十])\s{0,4}(?:个)?\s{0,4}课时")]
    private static partial Regex Some();

    [GeneratedRegex(@"^\s{0,9}(?<number>[0-9]{1,3}|[一二两三四五六])\s{0,9}$", RegexOptions.Multiline)]
    private static partial Regex Lone();

    [GeneratedRegex(
        @"第?[0-9一二三四五六七八九十]{0,3}(?:个|共|一)?\s{0,4}(?:课时|分钟|min|节课|每|约|共|大约|分)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Time();
}
