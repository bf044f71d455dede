using TeacherGrowthHub.Search.Analysis;

namespace TeacherGrowthHub.Search.Lucene;

/// <summary>Cuts the best passage out of stored text and marks in it what was asked for.</summary>
internal static class Highlighter
{
    private const int PassageLength = 110;
    private const int LeadIn = 12;
    private static readonly char[] Stops = ['\u3002', '\uff01', '\uff1f', '\n', '\uff1b'];

    /// <summary>The passage that covers most of the query, begun at its sentence where that is near.</summary>
    public static (IReadOnlyList<TextRun> Runs, double Share) Passage(string text, QueryGrams? query)
    {
        if (query is null)
            return (Runs(Cut(text, 0), null), 0);
        var folded = CharacterFold.Fold(text);
        var (share, start) = query.BestWindow(folded, PassageLength);
        return (Runs(Cut(text, SentenceStart(text, start)), query), share);
    }

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
        for (var i = 0; i + 1 < folded.Length; i++)
        {
            if (query.HasPair(folded[i], folded[i + 1]))
                marks[i] = marks[i + 1] = true;
        }
        return marks;
    }

    private static int SentenceStart(string text, int match)
    {
        var stop = match == 0 ? -1 : text.LastIndexOfAny(Stops, match - 1);
        var start = stop >= 0 && match - stop <= PassageLength / 2 ? stop + 1 : Math.Max(0, match - LeadIn);
        return start > 0 && start < text.Length && char.IsLowSurrogate(text[start]) ? start - 1 : start;
    }

    private static string Cut(string text, int start)
    {
        var end = Math.Min(text.Length, start + PassageLength);
        if (end < text.Length && char.IsLowSurrogate(text[end]))
            end--;
        return text[start..end].ReplaceLineEndings(" ").Trim();
    }
}
