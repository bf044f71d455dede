using System.Text.RegularExpressions;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>How a line is numbered, from the outermost level inwards.</summary>
internal enum Numbering
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>No number, but the look of a heading.</summary>
    Look,

    /// <summary>第一环节, 环节一, Part 1.</summary>
    Word,

    /// <summary>一、</summary>
    Chinese,

    /// <summary>【…】</summary>
    Bracket,

    /// <summary>（一）</summary>
    ChineseInBrackets,

    /// <summary>1.</summary>
    Digit,

    /// <summary>1.2</summary>
    Decimal,

    /// <summary>（1） or 1）</summary>
    DigitInBrackets,

    /// <summary>①</summary>
    Circle,

    /// <summary>A.</summary>
    Letter,
}

/// <summary>The number before a line.</summary>
/// <param name="Level">Its kind.</param>
/// <param name="Value">What it counts to; 0 without a number.</param>
/// <param name="Series">Lines counted together have the same: the kind, for words the word.</param>
internal readonly record struct Mark(Numbering Level, int Value, string Series)
{
    /// <summary>A sign such as ★ instead of a number.</summary>
    public bool IsSign => Level == Numbering.Bracket && Series.Length == 1;

    /// <summary>Whether this number comes directly after that one.</summary>
    public bool Follows(Mark other) => Value > 0 && Series == other.Series && Value == other.Value + 1;
}

/// <summary>Reads the numbering of lines.</summary>
internal static partial class NumberingReader
{
    private const int MaxMark = 40;
    private const string Numbers = "一二三四五六七八九";

    /// <param name="line">The line.</param>
    /// <param name="isHeading">It looks like a heading.</param>
    public static Mark Of(string line, bool isHeading)
    {
        var text = line.TrimStart();
        text = Glyphs.Fold(text, MaxMark);
        var sign = Circled().IsMatch(text) ? Match.Empty : Symbols().Match(text);
        var match = Pattern().Match(text[sign.Length..]);
        foreach (var level in Enum.GetValues<Numbering>())
        {
            if (match.Groups[level.ToString()].Success)
                return new Mark(level, Value(match), level == Numbering.Word ? match.Groups["unit"].Value : level.ToString());
        }
        // Lines with the same sign before them are of one kind, as those in brackets are.
        if (sign.Success)
            return new Mark(Numbering.Bracket, 0, sign.Groups["sign"].Value);
        return isHeading ? new Mark(Numbering.Look, 0, nameof(Numbering.Look)) : default;
    }

    private static int Value(Match match)
    {
        var number = match.Groups["n"].Value;
        if (match.Groups["Circle"].Success)
            return match.Value[0] - '\u245f';
        if (match.Groups["ChineseInBrackets"].Success && number.Length == 0)
            return match.Value[0] - '\u321f';
        if (match.Groups["Letter"].Success)
            return char.ToUpperInvariant(match.Value[0]) - 'A' + 1;
        if (number.Length == 0 || int.TryParse(number.Trim(), out var digits))
            return number.Length == 0 ? 0 : int.Parse(number.Trim(), System.Globalization.CultureInfo.InvariantCulture);
        var ten = number.IndexOf('十');
        return ten < 0
            ? Digit(number)
            : ((ten == 0 ? 1 : Digit(number[..ten])) * 10) + (ten == number.Length - 1 ? 0 : Digit(number[(ten + 1)..]));
    }

    private static int Digit(string number) => Numbers.IndexOf(number[^1]) + 1;

    [GeneratedRegex(@"^(?<sign>[\p{So}\p{Co}•·※§◦‣►➢→◇△▽√×])[\p{So}\p{Co}•·※§◦‣►➢→◇△▽√×]{0,2}\s*(?=.)")]
    private static partial Regex Symbols();

    [GeneratedRegex(@"^[\u2460-\u2473\u3220-\u3229]")]
    private static partial Regex Circled();

    [GeneratedRegex(
        @"^(?:(?<Word>第\s?(?<n>[一二三四五六七八九十]{1,3}|[0-9]{1,2})\s?(?<unit>\p{L})|(?<unit>[\p{L}-[一二三四五六七八九十]]{1,8})\s?(?<n>[一二三四五六七八九十]{1,3}|[0-9]{1,2})(?=[\s:：、.．—\-–·•|｜\(（【《“,，]|$))|(?<Chinese>(?<n>[一二三四五六七八九十]{1,3})(?:\s*[、.．,，:：]|[\s\u3000]+(?=[\u4e00-\u9fff]{2})))|(?<Bracket>[【\[〖])|(?<ChineseInBrackets>[\(（\u3014]\s*(?<n>[一二三四五六七八九十]{1,3})\s*[\)）\u3015]|[\u3220-\u3229])|(?<DigitInBrackets>[\(（]?\s*(?<n>[0-9]{1,2})\s*[\)）])|(?<Digit>(?<n>[0-9]{1,2})(?:\s*[、.．](?![0-9])|[\s\u3000]+(?=[\u4e00-\u9fff])))|(?<Decimal>[0-9]{1,2}(?:[.．](?<n>[0-9]{1,2}))+)|(?<Circle>[\u2460-\u2473])|(?<Letter>[A-Ga-g]\s?[、.．)）]\s*(?=[\u4e00-\u9fff])))"
    )]
    private static partial Regex Pattern();
}
