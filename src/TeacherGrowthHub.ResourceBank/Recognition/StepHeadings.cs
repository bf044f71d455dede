using System.Globalization;
using System.Text.RegularExpressions;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>Headings of the steps of a lesson: 热身活动(5分钟), 环节一：…, （一）导入（5′）, 活动二 ….</summary>
internal static partial class StepHeadings
{
    private const int MaxHeading = 45;
    private const int MaxPlainHeading = 28;

    /// <param name="Name">Name without its minutes.</param>
    /// <param name="Minutes">Minutes, if it tells them.</param>
    public sealed record Step(string Name, int? Minutes);

    /// <summary>A heading of a step, or null.</summary>
    /// <param name="line">A line within the process.</param>
    /// <param name="isHeading">It looks like a heading.</param>
    /// <param name="isSibling">It is numbered like the steps before it, or begins the process.</param>
    public static Step? Find(string line, bool isHeading, bool isSibling)
    {
        var text = line.Trim();
        if (text.Length > MaxHeading)
            return null;
        var name = NameOf(text);
        if (!name.Any(char.IsLetter) || text.EndsWith('\u3002') || Sentence().IsMatch(name))
            return null;
        var minutes = MinutesOf(text);
        var marked = Marked().IsMatch(text);
        var numbered = Numbered().IsMatch(text);
        if (
            !marked
            && !(numbered && (minutes is not null || isHeading || Known().IsMatch(text)))
            && !(minutes is not null && InBrackets().IsMatch(text))
            && !(isHeading && Known().IsMatch(text))
            && !(isSibling && name.Length <= MaxPlainHeading && !text.EndsWith('\uff1b'))
        )
            return null;
        return new Step(name, minutes);
    }

    /// <summary>Whether the text of a cell with others behind it can be a step's name.</summary>
    public static bool IsName(string label) =>
        label.Length <= MaxPlainHeading && NameOf(label).Any(char.IsLetter) && !Sentence().IsMatch(label + ".");

    /// <summary>The first minutes a text tells: 5分钟, 5', 5 min, 约5—8分钟 (the longer).</summary>
    public static int? MinutesOf(string text)
    {
        var match = Minutes().Match(text);
        return
            match.Success
            && int.TryParse(match.Groups["last"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            && minutes is > 0 and <= 600
            ? minutes
            : null;
    }

    /// <summary>The heading without minutes and numbering.</summary>
    public static string NameOf(string text)
    {
        var name = Headings.StripNumber(MinutesInBrackets().Replace(text, ""));
        return name.Trim(' ', '\u3000', ':', '\uff1a', '-', '—').Trim();
    }

    [GeneratedRegex(
        @"(?:(?<first>[0-9]{1,3})\s*[-—~～至到]\s*)?(?<last>[0-9]{1,3})\s*(?:分钟|分(?![享组钟工析类别])|['′’]|min)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Minutes();

    [GeneratedRegex(
        @"\s*[\(（【\[]\s*(?:时间|用时|约|大约|预计)?\s*[:：]?\s*约?\s*(?:[0-9]{1,3}\s*[-—~～至到]\s*)?[0-9]{1,3}\s*(?:分钟|分|['′’]|min)[^\)）】\]]{0,4}[\)）】\]]|\s*[:：，,]?\s*约?(?:[0-9]{1,3}\s*[-—~～至到]\s*)?[0-9]{1,3}\s*(?:分钟|['′’]|min)\s*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex MinutesInBrackets();

    [GeneratedRegex(@"[\(（【\[].{0,6}[0-9]{1,3}\s*(?:分钟|分|['′’]|min)|[0-9]{1,3}\s*(?:分钟|['′’]|min)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex InBrackets();

    [GeneratedRegex(
        @"^(?:[\(（]?[0-9一二三四五六七八九十]{1,2}[\)）、.．]?\s*)?(?:环节|活动|步骤|板块|阶段|任务)[一二三四五六七八九十0-9]{1,2}\s*(?:[:：、.．—\-\s(（【]|$)|^第[一二三四五六七八九十0-9]{1,2}(?:环节|步|阶段|板块|幕|关|站)"
    )]
    private static partial Regex Marked();

    [GeneratedRegex(
        @"^\s*(?:[\(（]\s*[一二三四五六七八九十0-9]{1,2}\s*[\)）]|[一二三四五六七八九十]{1,2}\s*[、.．]|[0-9]{1,2}(?:\s*[、.．]|[\s\u3000]|[.．][0-9])|[\u2460-\u2473]|【)"
    )]
    private static partial Regex Numbered();

    [GeneratedRegex(
        @"热身|暖身|导入|破冰|引入|转换|转化|工作阶段|展开|深化|升华|总结|小结|结束|收尾|分享|体验|探索|团体|拓展|延伸|游戏|讨论|回顾|课堂|情境|情景|创设|感悟|领悟|践行|行动|承诺|祝福|练习|实践"
    )]
    private static partial Regex Known();

    [GeneratedRegex(@"[。；;].")]
    private static partial Regex Sentence();
}
