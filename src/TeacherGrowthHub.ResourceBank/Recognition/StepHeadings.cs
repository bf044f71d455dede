using System.Globalization;
using System.Text.RegularExpressions;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>Names and minutes in the headings of steps: 热身活动(5分钟), 环节一：…, （一）导入（5′）, Part 2 ….</summary>
internal static partial class StepHeadings
{
    private const int MaxHeading = 45;
    private const int MaxPlainHeading = 28;
    private const int MaxStage = 16;
    private const string Time =
        @"(?:[0-9]{1,3}\s*(?:分钟|分|['′’])?\s*[-—~～至到]\s*)?[0-9]{1,3}\s*(?:分钟|分(?![享组钟工析类别])|['′’]|mins?)";

    /// <summary>Whether a line is short and whole enough to be a heading.</summary>
    public static bool CanHead(string text) =>
        text.Length <= MaxHeading
        && !text.EndsWith('。')
        && NameOf(text) is var name
        && name.Any(char.IsLetter)
        && !Sentence().IsMatch(name);

    /// <summary>Whether it is even short enough to be one without minutes or look.</summary>
    public static bool IsPlainName(string text) => NameOf(text).Length <= MaxPlainHeading && !text.EndsWith('；') && !text.EndsWith('，');

    /// <summary>Whether it tells its minutes in brackets or at its end.</summary>
    public static bool IsTimed(string text) => InBrackets().IsMatch(Glyphs.FoldDigits(text));

    /// <summary>Whether it has a word that names stages of lessons.</summary>
    public static bool IsKnown(string text) => Known().IsMatch(text);

    /// <summary>Whether it is little more than such a word.</summary>
    public static bool IsStage(string text) =>
        text.Length <= MaxStage && Known().Match(text) is { Success: true, Index: <= 4 } && !Pause().IsMatch(text);

    /// <summary>Whether the word before a number is one that names steps.</summary>
    public static bool IsUnit(string unit) => Unit().IsMatch(unit);

    /// <summary>Whether the text of a cell with others behind it can be a step's name.</summary>
    public static bool IsName(string label) => label.Length <= MaxPlainHeading + 12 && CanHead(label + ".");

    /// <summary>A line that tells only minutes.</summary>
    public static bool IsTimeLine(string text) => text.Length <= MaxHeading && TimeLine().IsMatch(Glyphs.FoldDigits(text));

    /// <summary>The minutes a text tells: 5分钟, 5', 5 min, 约5—8分钟 (the longer); those in brackets or at the end first.</summary>
    public static int? MinutesOf(string text)
    {
        text = Glyphs.FoldDigits(text);
        var set = text.Length <= MaxHeading * 2 ? InBrackets().Match(text) : Match.Empty;
        var match = Minutes().Match(set.Success ? set.Value : text);
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
        var name = Headings.StripNumber(MinutesInBrackets().Replace(Glyphs.FoldDigits(text), ""));
        var encased = Encased().Match(name);
        return (encased.Success ? encased.Groups["name"].Value : name).Trim(' ', '\u3000', ':', '：', '-', '—', '|', '｜').Trim();
    }

    [GeneratedRegex(
        @"(?:(?<first>[0-9]{1,3})\s*(?:分钟|分|['′’])?\s*[-—~～至到]\s*)?(?<last>[0-9]{1,3})\s*(?:分钟|分(?![享组钟工析类别])|['′’]|mins?)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Minutes();

    [GeneratedRegex(
        @"\s*[\(（【\[〖](?:活动|教学|时间|用时|时长|大?约|预计|预设|需要?|需时|计划|建议|共|[:：\s]){0,6}"
            + Time
            + @"[^\)）】\]〗]{0,4}[\)）】\]〗]|\s*[:：，,—-]{0,2}\s*(?:时间|用时|时长)?[:：]?约?"
            + Time
            + @"\s*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex MinutesInBrackets();

    [GeneratedRegex(@"[\(（【\[〖][^\)）】\]〗]{0,8}?" + Time + @"|约?" + Time + @"(?:左右)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"^[【\[〖「](?<name>[^】\]〗」]{1,30})[】\]〗」]\s*[:：]?$")]
    private static partial Regex Encased();

    [GeneratedRegex(
        @"^(?:环节|活动|步骤|板块|阶段|任务|模块|篇章|乐章|章节|幕|部分|旅程|部曲|环|步|阶|板|篇|关|站|部|乐|模|part|step|stage|activity|section|round|station|教学环节|活动环节|教学步骤|主题活动|分活动|子活动)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Unit();

    [GeneratedRegex(
        @"热身|暖身|导入|破冰|引入|转换|转化|工作阶段|展开|深化|升华|总结|小结|结束|收尾|分享|体验|探索|探究|团体|拓展|延伸|游戏|讨论|回顾|课堂|情境|情景|创设|感悟|领悟|践行|行动|承诺|祝福|练习|实践|激趣|新课|新授|讲授|巩固|明理|导行|辨析|交流|反馈|归纳|启思|激情|激发|作业|开场|尾声|宣誓|寄语"
    )]
    private static partial Regex Known();

    [GeneratedRegex(@"[。；;！？!?].")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"[，。；;！？!?]")]
    private static partial Regex Pause();

    [GeneratedRegex(
        @"^[\(（【\[〖]?(?:活动|预计|建议|教学|所需|环节)?(?:时间|用时|时长)?(?:安排|分配)?[\)）】\]〗]?\s*[:：]?\s*(?:大?约|需要?|大约需要)?\s*"
            + Time
            + @"(?:左右)?[\)）】\]〗。]?$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex TimeLine();
}
