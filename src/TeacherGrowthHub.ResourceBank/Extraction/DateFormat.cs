using System.Globalization;
using System.Text;

namespace TeacherGrowthHub.ResourceBank.Extraction;

/// <summary>Shows a day number as a date or a time of a workbook.</summary>
internal static class DateFormat
{
    private const double LastExcelDay = 2_958_466;
    private const double LeapDayThatNeverWas = 60;
    private const string Weekdays = "日一二三四五六";

    /// <returns>Null for numbers that are no dates.</returns>
    public static string? Show(double value, List<FormatToken> tokens)
    {
        if (value is < 0 or >= LastExcelDay)
            return null;
        var date = DateTime.FromOADate(value < LeapDayThatNeverWas ? value + 1 : value);
        if (!tokens.Any(token => token.Text is "ss" or "s" && token.Part != FormatPart.Literal) || !tokens.Any(IsFraction))
            date = date.AddMilliseconds(500);
        var shown = new StringBuilder();
        for (var i = 0; i < tokens.Count; i++)
            shown.Append(Piece(value, date, tokens, i));
        return shown.ToString().Trim();
    }

    private static string Piece(double value, DateTime date, List<FormatToken> tokens, int index) =>
        tokens[index].Part switch
        {
            FormatPart.Elapsed => Elapsed(value, tokens[index].Text),
            FormatPart.HalfDay => HalfDay(date, tokens[index].Text),
            FormatPart.Date => OfDate(date, tokens, index),
            FormatPart.Digit => FollowsPoint(tokens, index) ? date.ToString("fff", CultureInfo.InvariantCulture)[..1] : tokens[index].Text,
            FormatPart.Text or FormatPart.General => "",
            _ => tokens[index].Text,
        };

    private static string OfDate(DateTime date, List<FormatToken> tokens, int index) =>
        tokens[index].Text switch
        {
            "yy" or "y" => date.ToString("yy", CultureInfo.InvariantCulture),
            ['y' or 'e', ..] => date.ToString("yyyy", CultureInfo.InvariantCulture),
            ['d', ..] days => date.ToString(days.Length == 1 ? "%d" : days[..Math.Min(4, days.Length)], CultureInfo.InvariantCulture),
            "aaaa" => "星期" + Weekdays[(int)date.DayOfWeek],
            ['a', ..] => Weekdays[(int)date.DayOfWeek].ToString(),
            ['h', ..] hours => Pad(HasHalfDay(tokens) ? ((date.Hour + 11) % 12) + 1 : date.Hour, hours),
            ['s', ..] seconds => Pad(date.Second, seconds),
            var m when IsMinute(tokens, index) => Pad(date.Minute, m),
            ['m', 'm', 'm', 'm', 'm', ..] => date.ToString("MMMM", CultureInfo.InvariantCulture)[..1],
            var m => date.ToString(m.Length == 1 ? "%M" : m.ToUpperInvariant(), CultureInfo.InvariantCulture),
        };

    // "m" is a month beside days and years, minutes after hours or before seconds.
    private static bool IsMinute(List<FormatToken> tokens, int index)
    {
        var before = tokens.Take(index).LastOrDefault(IsClock);
        var after = tokens.Skip(index + 1).FirstOrDefault(IsClock);
        return before?.Text[0] == 'h' || after?.Text[0] == 's';
    }

    private static bool IsClock(FormatToken token) => token.Part is FormatPart.Date or FormatPart.Elapsed;

    private static bool HasHalfDay(List<FormatToken> tokens) => tokens.Any(token => token.Part == FormatPart.HalfDay);

    private static bool IsFraction(FormatToken token) => token.Part == FormatPart.Digit;

    private static bool FollowsPoint(List<FormatToken> tokens, int index) => index > 0 && tokens[index - 1].Part == FormatPart.Point;

    private static string Pad(int number, string places) =>
        number.ToString(CultureInfo.InvariantCulture).PadLeft(Math.Min(2, places.Length), '0');

    private static string HalfDay(DateTime date, string form) => form.Split('/')[date.Hour < 12 ? 0 : 1];

    private static string Elapsed(double days, string unit)
    {
        var span = TimeSpan.FromDays(days) + TimeSpan.FromMilliseconds(500);
        var count = unit[0] switch
        {
            'h' => span.TotalHours,
            'm' => span.TotalMinutes,
            _ => span.TotalSeconds,
        };
        return Math.Floor(count).ToString(CultureInfo.InvariantCulture).PadLeft(unit.Length, '0');
    }
}
