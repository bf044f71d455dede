using System.Text.RegularExpressions;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>Several facts on one line: 执教：…　　学段：初中　　时间：45分钟.</summary>
internal static partial class Facts
{
    // Facts are short; a long line is text, and a hostile one must not cost time.
    private const int MaxLine = 400;

    /// <summary>The line, or its facts when it begins with one.</summary>
    public static IReadOnlyList<string> Split(WorkKind kind, string line)
    {
        if (line.Length > MaxLine)
            return [line];
        line = Spaced().Replace(line, match => Squeeze(match.Value));
        line = SpacedStart().Replace(line, match => Headings.Key(kind, match.Value) is null ? match.Value : Squeeze(match.Value));
        var pieces = Gap().Split(line).SelectMany(piece => Words(kind, piece)).ToArray();
        if (pieces.Length == 1 || !BeginsWithFact(kind, pieces))
            return [line];
        var facts = new List<string>();
        foreach (var piece in pieces)
        {
            if (facts.Count == 0 || IsLabelled(piece) || Headings.Find(kind, piece, isHeading: true) is not null)
                facts.Add(piece);
            else
                facts[^1] += " " + piece;
        }
        return facts;
    }

    // 课题 我的时间 年级 高一: the cells of a form as a PDF prints them.
    private static IEnumerable<string> Words(WorkKind kind, string piece)
    {
        var words = piece.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var starts = Enumerable.Range(1, Math.Max(0, words.Length - 1)).Where(i => IsFact(kind, words[i])).Prepend(0).Append(words.Length);
        return starts.Zip(starts.Skip(1), (from, to) => string.Join(' ', words[from..to]));
    }

    // 审核人：…　年级：…: an unknown fact before a known one is one, too.
    private static bool BeginsWithFact(WorkKind kind, IReadOnlyList<string> pieces) =>
        Headings.Find(kind, pieces[0], isHeading: false) is not null
        || (
            IsLabelled(pieces[0])
            && pieces.Skip(1).Any(piece => Headings.Find(kind, piece, isHeading: true) is { } found && Headings.IsOneLine(found.Key))
        );

    private static bool IsLabelled(string piece) => piece.IndexOfAny([':', '：']) is > 1 and <= 6;

    private static string Squeeze(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    private static bool IsFact(WorkKind kind, string word) =>
        word.Length >= 2 && Headings.Key(kind, word) is { } key && Headings.IsOneLine(key);

    // 题　目　我的时间
    [GeneratedRegex(@"^(?:\p{L}[\s\u3000]{1,4}){1,3}\p{L}(?=[\s\u3000]+\S)")]
    private static partial Regex SpacedStart();

    // 课  题：, 主 备 人：
    [GeneratedRegex(@"(?<!\p{L})(?:\p{L}[\s\u3000]{1,4}){1,3}\p{L}(?=\s?[:：])")]
    private static partial Regex Spaced();

    [GeneratedRegex(
        @"(?<=[;；])(?=[^\s\u3000:：;；|]{1,8}[:：])|(?:[\s\u3000]{1,4}[/／|][\s\u3000]{1,4}|[\s\u3000|]{2,}|(?<![A-Za-z])[\s\u3000|])(?=(?:[A-Za-z]{2,12}\s)?[^\s\u3000:：;；|]{1,8}\s?[:：]|[【\[][^】\]]{2,8}[】\]])"
    )]
    private static partial Regex Gap();
}
