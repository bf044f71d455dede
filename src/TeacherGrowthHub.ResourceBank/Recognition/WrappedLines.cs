using System.Text.RegularExpressions;
using TeacherGrowthHub.ResourceBank.Extraction;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>Puts the printed lines of a PDF together to paragraphs again.</summary>
internal static partial class WrappedLines
{
    // A line that fills this share of the widest one was broken by the margin, unless it ends a sentence.
    private const double Full = 0.86;
    private const int MinWidth = 36;
    private const int MaxPageNumber = 40;
    private const int MaxParagraph = 4000;

    public static IReadOnlyList<Block> Join(IReadOnlyList<Block> blocks)
    {
        var widest = blocks.Where(block => block.IsLine).Select(block => Width(block.Text!)).DefaultIfEmpty().Max();
        var joined = new List<Block>();
        var lastWidth = 0;
        foreach (var block in blocks.Where(block => !block.IsLine || !string.IsNullOrWhiteSpace(block.Text)))
        {
            if (
                joined.Count > 0
                && widest >= MinWidth
                && (lastWidth >= widest * Full || IsOpen(joined[^1]))
                && Continues(joined[^1], block)
            )
                joined[^1] = joined[^1] with { Text = Glue(joined[^1].Text!.TrimEnd(), block.Text!.Trim()) };
            else
                joined.Add(block);
            lastWidth = block.IsLine ? Width(block.Text!) : 0;
        }
        return joined;
    }

    /// <summary>A page number on a line of its own.</summary>
    public static bool IsPageNumber(Block block) =>
        block.IsLine && block.Text!.Length <= MaxPageNumber && PageNumber().IsMatch(block.Text!);

    private static bool Continues(Block above, Block line) =>
        above.IsLine
        && above.Text!.Length < MaxParagraph
        && line.IsLine
        && !SentenceEnd().IsMatch(Ending(above.Text!))
        && !Mark().IsMatch(line.Text!)
        && !IsPageNumber(line);

    // 【设计意图：… without its end.
    private static bool IsOpen(Block block) =>
        block.IsLine && block.Text!.Trim() is ['【', ..] or ['（', ..] or ['(', ..] && block.Text!.IndexOfAny(['】', '）', ')']) < 0;

    private static string Ending(string text) => text.TrimEnd()[^Math.Min(3, text.TrimEnd().Length)..];

    private static string Glue(string first, string second) =>
        char.IsAsciiLetterOrDigit(first[^1]) && char.IsAsciiLetterOrDigit(second[0]) ? $"{first} {second}" : first + second;

    private static int Width(string text) => text.TrimEnd().Sum(character => character < 0x2000 ? 1 : 2);

    [GeneratedRegex(@"[。！？；：!?;:…]\s*[”’」』）)]?\s*$")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(
        @"^\s*(?:[\(（]?[0-9一二三四五六七八九十]{1,2}[\)）、.．](?![0-9])|[\u2460-\u2473\p{So}\p{Co}•·※§◦‣►➢→◇△▽√×]|[【\[]|第[一二三四五六七八九十]{1,2}|(?:环节|活动|步骤)[一二三四五六七八九十0-9]|[^\s:：，。]{1,8}[:：])"
    )]
    private static partial Regex Mark();

    [GeneratedRegex(@"^\s*(?:[-—–]\s*[0-9]{1,3}\s*[-—–]|第?\s*[0-9]{1,3}\s*页?(?:\s*[/，,共]+\s*[0-9]{1,3}\s*页?)?)\s*$")]
    private static partial Regex PageNumber();
}
