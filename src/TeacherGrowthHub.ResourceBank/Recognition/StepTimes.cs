using System.Globalization;
using System.Text.RegularExpressions;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>Minutes as teachers write them: 5分钟, 5′, 5 min, 约5—8分钟, （五分钟）, 【时间：5分钟】, 8:00—8:10.</summary>
internal static partial class StepTimes
{
    private const int MaxHeading = 90;
    private const int MaxMinutes = 600;
    private const int MaxTail = 30;
    private const string Chinese = "一二三四五六七八九";
    private const string Unit = @"(?:分钟|分(?![享组钟工析类别])|['′’]|mins?)";
    private const string Digits = @"(?:(?<first>[0-9]{1,3})\s*(?:分钟|分|['′’])?\s*[-—–~～至到]{1,2}\s*)?(?<last>[0-9]{1,3})\s*" + Unit;
    private const string Words = @"(?<word>[一二三四五六七八九十]{1,3})\s*分钟";
    private const string About = @"(?:活动|教学|时间|用时|时长|大?约|预计|预设|需要?|需时|计划|建议|共|[:：\s]){0,6}";

    /// <summary>Whether a line tells its minutes in brackets, at its beginning or at its end.</summary>
    public static bool IsTimed(string line) =>
        line.Length <= MaxHeading ? Set().IsMatch(Glyphs.FoldDigits(Headings.StripNumber(line))) : Tail(line).Length > 0;

    /// <summary>Minutes in brackets at the very end of a line; empty without them.</summary>
    public static string Tail(string line) => AtEnd().Match(Glyphs.FoldDigits(line[^Math.Min(line.Length, MaxTail)..])).Value;

    /// <summary>A line without the minutes in brackets at its end.</summary>
    public static string WithoutTail(string line) => line[..^Tail(line).Length];

    /// <summary>Whether a line tells nothing but minutes.</summary>
    public static bool IsTimeLine(string line) => line.Length <= MaxHeading / 2 && Alone().IsMatch(Glyphs.FoldDigits(line));

    /// <summary>The minutes a text tells, of a range the longer; those in brackets, at the beginning or at the end before others.</summary>
    public static int? MinutesOf(string text) => Read(text) is { Success: true } match ? Value(match) : null;

    /// <summary>Where a range begins: 5 of 5—17分钟.</summary>
    public static int? FirstOf(string text) =>
        int.TryParse(Read(text).Groups["first"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var first) ? first : null;

    /// <summary>A heading without its minutes.</summary>
    public static string Without(string heading) =>
        heading.Length > MaxHeading ? heading : Set().Replace(Alone().Replace(Glyphs.FoldDigits(heading), ""), "");

    private static Match Read(string text)
    {
        text = Glyphs.FoldDigits(text);
        var set = text.Length <= MaxHeading ? Set().Match(Headings.StripNumber(text)) : Match.Empty;
        return set.Success ? set
            : text.Length <= MaxHeading && Alone().Match(text) is { Success: true } alone ? alone
            : Anywhere().Match(text);
    }

    private static int? Value(Match match)
    {
        if (match.Groups["hour"].Success)
            return Clock(match, "until") - Clock(match, "hour") is > 0 and <= MaxMinutes and var span ? span : null;
        var number = match.Groups["last"].Success
            ? int.Parse(match.Groups["last"].Value, CultureInfo.InvariantCulture)
            : Spoken(match.Groups["word"].Value);
        return number is > 0 and <= MaxMinutes ? number : null;
    }

    private static int Clock(Match match, string group) =>
        (int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) * 60)
        + int.Parse(match.Groups[group + "Minute"].Value, CultureInfo.InvariantCulture);

    private static int Spoken(string word)
    {
        var ten = word.IndexOf('十');
        int Digit(string part) => part.Length == 0 ? 0 : Chinese.IndexOf(part[^1]) + 1;
        return ten < 0 ? Digit(word) : (ten == 0 ? 10 : Digit(word[..ten]) * 10) + Digit(word[(ten + 1)..]);
    }

    [GeneratedRegex(
        @"\s*[\(（【\[〖［]"
            + About
            + "(?:"
            + Digits
            + "|"
            + Words
            + @")[^\)）】\]〗］]{0,4}[\)）】\]〗］]"
            + @"|^"
            + Digits
            + @"(?:[\s\u3000:：|｜、]+|(?=[\(（【《“]))"
            + @"|^(?<hour>[0-9]{1,2})[:：](?<hourMinute>[0-9]{2})\s*[-—–~～至到]{1,2}\s*(?<until>[0-9]{1,2})[:：](?<untilMinute>[0-9]{2})[\s\u3000:：]*"
            + @"|[\s\u3000:：，,—-]{0,4}(?:时间|用时|时长)?[:：]?(?:大?约)?"
            + Digits
            + @"(?:左右)?\s*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Set();

    [GeneratedRegex(
        @"^[\(（【\[〖［]?(?:活动|预计|建议|教学|所需|环节)?(?:时间|用时|时长)?(?:安排|分配)?[\)）】\]〗］]?\s*[:：]?\s*(?:大?约|需要?|大约需要)?\s*(?:"
            + Digits
            + "|"
            + Words
            + @")(?:左右)?[\)）】\]〗］。]?$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Alone();

    [GeneratedRegex(
        @"[\(（【\[〖［]" + About + "(?:" + Digits + "|" + Words + @")[^\)）】\]〗］]{0,4}[\)）】\]〗］]\s{0,4}$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex AtEnd();

    [GeneratedRegex(Digits, RegexOptions.IgnoreCase)]
    private static partial Regex Anywhere();
}
