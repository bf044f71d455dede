using System.Text.RegularExpressions;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>Names and minutes in the headings of steps: 热身活动(5分钟), 环节一：…, （一）导入（5′）, Part 2 ….</summary>
internal static partial class StepHeadings
{
    private const int MaxHeading = 45;
    private const int MaxPlainHeading = 28;
    private const int MaxStage = 16;

    /// <summary>Whether a line is short and whole enough to be a heading.</summary>
    public static bool CanHead(string text) =>
        text.Length <= MaxHeading
        && !text.EndsWith('。')
        && NameOf(text) is var name
        && name.Any(char.IsLetter)
        && name[^1] != '。'
        && !Sentence().IsMatch(name);

    /// <summary>Whether it is even short enough to be one without minutes or look.</summary>
    public static bool IsPlainName(string text) => NameOf(text).Length <= MaxPlainHeading && !text.EndsWith('；') && !text.EndsWith('，');

    /// <summary>Whether it has a word that names stages of lessons.</summary>
    public static bool IsKnown(string text) => Known().IsMatch(text);

    /// <summary>Whether it is little more than such a word.</summary>
    public static bool IsStage(string text) =>
        text.Length <= MaxStage && Known().Match(text) is { Success: true, Index: <= 4 } && !Pause().IsMatch(text);

    /// <summary>Whether the word before a number is one that names steps.</summary>
    public static bool IsUnit(string unit) => Unit().IsMatch(unit);

    /// <summary>Whether the text of a cell with others behind it can be a step's name.</summary>
    public static bool IsName(string label) => label.Length <= MaxPlainHeading + 12 && CanHead(label + ".");

    /// <summary>Length of a heading on the line of its text: （一）热身（5分钟）：全班……, 1.导入：播放……。; 0 without one.</summary>
    public static int RunInLength(string text)
    {
        var start = text[..Math.Min(text.Length, MaxHeading)];
        var timed = RunIn().Match(start);
        if (timed.Success && (Headings.StripNumber(timed.Value) != timed.Value || IsMarked(timed.Value)))
            return text[timed.Length..].Any(char.IsLetter) ? timed.Length : 0;
        var named = NamedRunIn().Match(start);
        var isSentence = text.Length > MaxPlainHeading && StepTimes.WithoutTail(text).TrimEnd() is [.., '。' or '！' or '？'];
        return
            named.Success
            && isSentence
            && (IsMarked(named.Value) || StepTimes.Tail(text).Length > 0)
            && Headings.StripNumber(named.Value) != named.Value
            ? named.Length
            : 0;
    }

    /// <summary>Whether a text names a stage by a known word, or is counted by a word for steps.</summary>
    public static bool IsMarked(string text) =>
        IsKnown(text) || (NumberingReader.Of(text, isHeading: false) is { Level: Numbering.Word } mark && IsUnit(mark.Series));

    /// <summary>The heading without minutes and numbering.</summary>
    public static string NameOf(string text)
    {
        var name = Headings.StripNumber(StepTimes.Without(Headings.StripNumber(text)));
        var encased = Encased().Match(name);
        return (encased.Success ? encased.Groups["name"].Value : name)
            .Trim(' ', '\u3000', ':', '：', '-', '—', '|', '｜', '…', '·', '.', '_')
            .Trim();
    }

    [GeneratedRegex(
        @"^[^。；;！？!?\(（【]{0,4}[\(（]?[^。；;！？!?\(（【]{1,30}[\(（【](?:时间|约|用时|[:：\s]){0,3}(?:[0-9]{1,3}\s*[-—~～至到]\s*)?[0-9]{1,3}\s*(?:分钟|分|['′’]|mins?)[\)）】]\s*(?=[:：。，\s\p{L}“\(（【])"
    )]
    private static partial Regex RunIn();

    [GeneratedRegex(@"^[\(（]?[0-9一二三四五六七八九十]{1,2}[\)）]?\s?[、.．]?\s?[^。；;：:，,！？\(（【]{2,12}(?=[：:])")]
    private static partial Regex NamedRunIn();

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
}
