using System.Text.RegularExpressions;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>Labels before the lines of a step: 教师活动：, 【设计意图】, （设计意图：…）, 师：.</summary>
internal static partial class StepLabels
{
    // Longer lines are text without labels inside; a hostile one must not cost time.
    private const int MaxLine = 4000;
    private const int MaxLabel = 24;
    private static readonly char[] Closing = ['）', ')', '】', ']', '〗'];

    /// <summary>A label, what it tells, and the text behind it.</summary>
    /// <param name="Role">Teacher, students or intent.</param>
    /// <param name="Rest">Text behind it.</param>
    /// <param name="IsSpeech">One person speaks.</param>
    /// <param name="IsOpen">A bracket before it is not closed on the line.</param>
    public sealed record Found(Role Role, string Rest, bool IsSpeech, bool IsOpen);

    /// <summary>The label at the beginning of a line, or null.</summary>
    public static Found? Find(string line)
    {
        var text = line.Trim();
        var match = Start().Match(text[..Math.Min(text.Length, MaxLabel)]);
        if (!match.Success)
            return null;
        var word = match.Groups["word"].Value.Replace(" ", "", StringComparison.Ordinal);
        var rest = text[match.Length..].Trim();
        var isSpeech = word.Count(char.IsLetter) == 1;
        var isEncased = match.Groups["open"].Success && !match.Groups["close"].Success;
        var isMarked =
            match.Groups["colon"].Success
            || match.Groups["close"].Success
            || (rest.Length == 0 && !isSpeech)
            || IsSetOff(text, match.Length, word);
        var role = isMarked ? StepWords.OfLabel(word) : Role.None;
        return role == Role.None
            ? null
            : new Found(role, isEncased ? rest.TrimEnd(Closing) : rest, isSpeech, isEncased && rest.Length > 0 && !IsClosed(rest));
    }

    /// <summary>Whether a line ends with a closing bracket.</summary>
    public static bool IsClosed(string line) => line.Length > 0 && Closing.Contains(line[^1]);

    // 设计意图 通过……: a long label with a gap behind it.
    private static bool IsSetOff(string text, int end, string word) =>
        word.Length == 4 && end < text.Length && (char.IsWhiteSpace(text[end]) || char.IsWhiteSpace(text[end - 1]));

    /// <summary>A paragraph, cut before what another person says in it and before the intent.</summary>
    public static IEnumerable<string> Cut(string line) =>
        line.Length > MaxLine ? [line] : Inner().Split(line).Where(piece => piece.Trim().Length > 0);

    /// <summary>Whether a line in brackets belongs to a step: 【教师小结】, 【播放音乐】.</summary>
    public static bool IsInner(string line) => Inside().IsMatch(line);

    [GeneratedRegex(
        @"^\s*[【\[〖](?:教师|学生|老师|师|生|小结|活动|小组|课堂|设计|过渡|问题|提问|游戏|案例|情[境景]|音乐|视频|播放|出示|板书|课件|PPT|指导|引导|操作|规则|材料)"
    )]
    private static partial Regex Inside();

    [GeneratedRegex(
        @"^(?:[0-9]{1,2}[.．、]\s*|[-—–]{1,2}\s*|[\p{So}\p{Co}•·※§◦‣►➢→◇△▽√×]{1,3}\s*)?(?<open>[\(（【\[〖「])?\s*(?<word>\p{L}(?:\p{L}|\s(?=\p{L}{1,3}[:：】]))*(?:\s?[0-9]{1,2})?)\s*(?<close>[\)）】\]〗」])?\s*(?<colon>[:：])?"
    )]
    private static partial Regex Start();

    [GeneratedRegex(
        @"(?<=[。！？!?…”）\)\s])(?=(?:师|生\s?[0-9甲乙丙丁]?)[:：])|(?<=[。！？!?…”）\)；;\s])(?=[\(（【\[〖]?(?:设计|活动|教学)?(?:意图|目的)[】\]〗]?[:：】\]〗])"
    )]
    private static partial Regex Inner();
}
