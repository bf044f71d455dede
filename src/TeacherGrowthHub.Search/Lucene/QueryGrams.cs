using System.Buffers;
using TeacherGrowthHub.Search.Analysis;

namespace TeacherGrowthHub.Search.Lucene;

/// <summary>
/// The query as characters and pairs with their weights, to measure how much of it one window of a text covers. Words that only
/// ask (什么, 怎么 …) carry nothing.
/// </summary>
internal sealed class QueryGrams
{
    private const double UnigramShare = .3;

    private static readonly string[] QuestionWords =
    [
        "为什么",
        "什么",
        "怎么",
        "怎样",
        "如何",
        "哪些",
        "哪个",
        "哪里",
        "多少",
        "谁",
        "吗",
        "呢",
        "?",
    ];
    private readonly Dictionary<int, (int Slot, double Weight)> _grams = [];
    private readonly string _folded;
    private readonly HashSet<char> _lone = [];
    private readonly SearchValues<char> _characters;

    /// <param name="folded">The query, folded.</param>
    /// <param name="idf">Inverse document frequency of a character or a pair.</param>
    public QueryGrams(string folded, Func<string, bool, double> idf)
    {
        _folded = folded;
        var text = QuestionWords.Aggregate(folded, (rest, word) => rest.Replace(word, "\n", StringComparison.Ordinal));
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]))
                continue;
            Add(text[i], UnigramShare * idf(text[i].ToString(), false));
            var isFollowed = i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]);
            if (isFollowed)
                Add(Pair(text[i], text[i + 1]), idf(text.Substring(i, 2), true));
            else if (i == 0 || !char.IsLetterOrDigit(text[i - 1]))
                _lone.Add(text[i]);
        }
        Total = _grams.Values.Sum(gram => gram.Weight);
        _characters = SearchValues.Create([.. text.Where(char.IsLetterOrDigit)]);
    }

    /// <summary>Whether the query names a text by its whole title.</summary>
    public bool Names(string title) => title.Length > 1 && _folded.Contains(CharacterFold.Fold(title), StringComparison.Ordinal);

    /// <summary>Weight of everything together.</summary>
    public double Total { get; }

    /// <summary>Finds the window of a folded text that covers most of the query.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="width">Characters of the window.</param>
    /// <returns>Covered share, 0–1, and where the window begins.</returns>
    public (double Share, int Start) BestWindow(string text, int width)
    {
        if (Total <= 0)
            return (0, 0);
        var seen = new int[_grams.Count];
        var queue = new Queue<(int At, int Slot, double Weight)>();
        double sum = 0,
            best = 0;
        var start = 0;
        for (var i = NextCharacter(text, 0); i >= 0; i = NextCharacter(text, i + 1))
        {
            for (; queue.Count > 0 && queue.Peek().At <= i - width; queue.Dequeue())
            {
                if (--seen[queue.Peek().Slot] == 0)
                    sum -= queue.Peek().Weight;
            }
            Enter(text[i], i);
            if (i > 0)
                Enter(Pair(text[i - 1], text[i]), i);
            if (sum > best + 1e-9)
                (best, start) = (sum, queue.Peek().At);
        }
        return (best / Total, start);

        void Enter(int gram, int at)
        {
            if (!_grams.TryGetValue(gram, out var known))
                return;
            if (seen[known.Slot]++ == 0)
                sum += known.Weight;
            queue.Enqueue((at, known.Slot, known.Weight));
        }
    }

    /// <summary>Whether a highlight marks this one character: it stands alone in the query.</summary>
    public bool HasLone(char character) => _lone.Contains(character);

    /// <summary>Whether a highlight marks these two.</summary>
    public bool HasPair(char first, char second) => _grams.ContainsKey(Pair(first, second));

    // Most characters of a text are not the query's: they are passed over at once.
    private int NextCharacter(string text, int from)
    {
        var step = text.AsSpan(from).IndexOfAny(_characters);
        return step < 0 ? step : from + step;
    }

    private static int Pair(char first, char second) => (first << 16) | second;

    private void Add(int gram, double weight) => _grams.TryAdd(gram, (_grams.Count, weight));
}
