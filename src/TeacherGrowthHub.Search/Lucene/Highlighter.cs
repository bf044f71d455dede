using TeacherGrowthHub.Search.Analysis;

namespace TeacherGrowthHub.Search.Lucene;

/// <summary>Cuts the best passage out of stored text and marks in it what was asked for.</summary>
internal static class Highlighter
{
    /// <summary>Characters of a passage.</summary>
    public const int PassageLength = 110;
    private const int LeadIn = 12;
    private static readonly char[] Stops = ['\u3002', '\uff01', '\uff1f', '\n', '\uff1b'];

    private const string Closings = "”’」』）》】 ";

    /// <summary>How a text begins, nothing marked.</summary>
    public static IReadOnlyList<TextRun> Lead(string text) => Runs(Cut(text, 0), null);

    /// <summary>The passage around a match, begun at its sentence where that is near.</summary>
    /// <param name="match">Where the window that covers most of the query begins.</param>
    public static IReadOnlyList<TextRun> Passage(string text, int match, QueryGrams query) =>
        Runs(Cut(text, SentenceStart(text, match)), query);

    /// <summary>The whole text with matches marked.</summary>
    public static IReadOnlyList<TextRun> Runs(string text, QueryGrams? query)
    {
        if (query is null || text.Length == 0)
            return [new TextRun(text, false)];
        var marks = Marks(CharacterFold.Fold(text), query);
        var runs = new List<TextRun>();
        for (int i = 0, from = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (i == from || marks[i] == marks[from]))
                continue;
            runs.Add(new TextRun(text[from..i], marks[from]));
            from = i;
        }
        return runs;
    }

    private static bool[] Marks(string folded, QueryGrams query)
    {
        var marks = new bool[folded.Length];
        for (var i = 0; i < folded.Length; i++)
        {
            if (query.HasLone(folded[i]))
                marks[i] = true;
            else if (i + 1 < folded.Length && query.HasPair(folded[i], folded[i + 1]))
                marks[i] = marks[i + 1] = true;
        }
        return marks;
    }

    private static int SentenceStart(string text, int match)
    {
        var stop = match == 0 ? -1 : text.LastIndexOfAny(Stops, match - 1);
        var start = stop >= 0 && match - stop <= PassageLength / 2 ? stop + 1 : Math.Max(0, match - LeadIn);
        while (start < match && Closings.Contains(text[start]))
            start++;
        return start > 0 && start < text.Length && char.IsLowSurrogate(text[start]) ? start - 1 : start;
    }

    private static string Cut(string text, int start)
    {
        var end = Math.Min(text.Length, start + PassageLength);
        if (end < text.Length && char.IsLowSurrogate(text[end]))
            end--;
        var cut = text[start..end].ReplaceLineEndings(" ").Trim();
        return end < text.Length ? cut + "…" : cut;
    }
}
