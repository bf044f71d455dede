using System.Text.RegularExpressions;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Extraction;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>Page numbers and the lines that a PDF repeats on every page.</summary>
internal static partial class RunningHeads
{
    private const int MinLength = 6;
    private const int MaxLength = 60;
    private const int Often = 3;

    /// <summary>The lines of the text, and those of the margins, each repeated one once.</summary>
    public static (IReadOnlyList<Block> Text, IReadOnlyList<Block> Margins) Divide(ExtractedDocument document)
    {
        var blocks = document.Blocks;
        var repeated = Repeated(blocks);
        repeated.UnionWith(Edges(document.Pages));
        bool IsMargin(Block block) => WrappedLines.IsPageNumber(block) || (block.IsLine && repeated.Contains(Key(block.Text!)));
        return ([.. blocks.Where(block => !IsMargin(block))], [.. blocks.Where(IsMargin).DistinctBy(block => block.Text!.Trim())]);
    }

    private static HashSet<string> Repeated(IReadOnlyList<Block> blocks)
    {
        var pages = blocks.Count(WrappedLines.IsPageNumber);
        return
        [
            .. blocks
                .Where(block => block.IsLine && block.Text!.Trim().Length is >= MinLength and <= MaxLength)
                .GroupBy(block => Key(block.Text!))
                .Where(group => group.Count() >= (pages > 1 || Issue().IsMatch(group.First().Text!) ? 2 : Often) && !IsLabel(group.Key))
                .Select(group => group.Key),
        ];
    }

    // The first and the last line of most pages.
    private static IEnumerable<string> Edges(IReadOnlyList<string> pages) =>
        pages
            .Select(page => page.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .SelectMany(lines =>
                lines.Take(1).Concat(lines.Skip(1).TakeLast(1)).Where(line => line.Length is >= MinLength and <= MaxLength)
            )
            .GroupBy(Key)
            .Where(group => group.Count() > 1 && group.Count() * 2 >= pages.Count && !IsLabel(group.First()))
            .Select(group => group.Key);

    // 教案集 第 37 页: the number of the page is no difference.
    private static string Key(string line) => line.Length > MaxLength * 2 ? line : PageNumber().Replace(line.Trim(), "");

    // 设计意图： stands alone on many lines and is no margin.
    private static bool IsLabel(string text) =>
        text[^1] is ':' or '：' || StepLabels.Find(text) is not null || Headings.Find(WorkKind.Lesson, text, isHeading: true) is not null;

    [GeneratedRegex(@"[0-9]\s?[期卷辑]\s*$|第\s?[0-9]{1,3}\s?页")]
    private static partial Regex Issue();

    [GeneratedRegex(@"第\s?[0-9]{1,3}\s?页|[0-9]{1,3}\s?/\s?[0-9]{1,3}$|\s[0-9]{1,3}$|^[0-9]{1,3}\s")]
    private static partial Regex PageNumber();
}
