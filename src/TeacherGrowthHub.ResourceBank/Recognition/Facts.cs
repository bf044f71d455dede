using System.Text.RegularExpressions;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>Several facts on one line: 执教：…　　学段：初中　　时间：45分钟.</summary>
internal static partial class Facts
{
    /// <summary>The line, or its facts when it begins with one.</summary>
    public static IReadOnlyList<string> Split(WorkKind kind, string line)
    {
        var pieces = Gap().Split(line);
        if (pieces.Length == 1 || Headings.Find(kind, pieces[0], isHeading: false) is null)
            return [line];
        var facts = new List<string>();
        foreach (var piece in pieces)
        {
            if (facts.Count == 0 || Headings.Find(kind, piece, isHeading: true) is not null)
                facts.Add(piece);
            else
                facts[^1] += " " + piece;
        }
        return facts;
    }

    [GeneratedRegex(@"[\s\u3000;；|]+(?=[^\s\u3000:：;；|]{1,8}\s?[:：]|[【\[][^】\]]{2,8}[】\]])")]
    private static partial Regex Gap();
}
