using System.Globalization;
using System.Text.RegularExpressions;

namespace TeacherGrowthHub.People.Imports.Workbooks;

/// <summary>Days as people spell them: 2025-09-01, 2025/9/1, 2025.9.1, 2025年9月1日, 20250901, 2025年9月.</summary>
internal static partial class TypedDay
{
    /// <param name="text">Cleaned text.</param>
    /// <returns>Null when it is no day; years of two digits are none.</returns>
    public static DateOnly? Parse(string text)
    {
        var match = Spelling().Match(text.Replace(" ", "", StringComparison.Ordinal));
        if (!match.Success)
            return null;
        var day = match.Groups["d"].Success ? Number(match, "d") : 1;
        var (year, month) = (Number(match, "y"), Number(match, "m"));
        return month is >= 1 and <= 12 && year >= 1 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    // Other systems export midnight with the day.
    [GeneratedRegex(
        @"^(?:(?<y>[0-9]{4})(?<s>[-/.])(?<m>[0-9]{1,2})\k<s>(?<d>[0-9]{1,2})|(?<y>[0-9]{4})年(?<m>[0-9]{1,2})月(?:(?<d>[0-9]{1,2})[日号])?|(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2}))T?(?:0?0:00(?::00(?:\.0+)?)?)?$"
    )]
    private static partial Regex Spelling();
}
