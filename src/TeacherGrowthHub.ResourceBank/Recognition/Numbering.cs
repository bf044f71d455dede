using System.Text.RegularExpressions;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>How a line is numbered, from the outermost level inwards.</summary>
internal enum Numbering
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>No number, but the look of a heading.</summary>
    Look,

    /// <summary>第一环节, 环节一.</summary>
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
}

/// <summary>Reads the numbering of lines.</summary>
internal static partial class NumberingReader
{
    /// <param name="line">The line.</param>
    /// <param name="isHeading">It looks like a heading.</param>
    public static Numbering Of(string line, bool isHeading)
    {
        var match = Mark().Match(line.Trim());
        foreach (var level in Enum.GetValues<Numbering>())
        {
            if (match.Groups[level.ToString()].Success)
                return level;
        }
        return isHeading ? Numbering.Look : Numbering.None;
    }

    [GeneratedRegex(
        @"^(?:(?<Word>(?:环节|步骤|板块|阶段|活动|任务)[一二三四五六七八九十0-9]|第[一二三四五六七八九十0-9]{1,2}(?:环节|步|阶段|板块|幕|关|站|部分))|(?<Chinese>[一二三四五六七八九十]{1,3}\s*[、.．,，:：])|(?<Bracket>[【\[])|(?<ChineseInBrackets>[\(（\u3014]\s*[一二三四五六七八九十]{1,3}\s*[\)）\u3015])|(?<DigitInBrackets>[\(（]?\s*[0-9]{1,2}\s*[\)）])|(?<Digit>[0-9]{1,2}(?:\s*[、.．](?![0-9])|[\s\u3000]+(?=[\u4e00-\u9fff])))|(?<Decimal>[0-9]{1,2}(?:[.．][0-9]{1,2})+)|(?<Circle>[\u2460-\u2473]))"
    )]
    private static partial Regex Mark();
}
