namespace TeacherGrowthHub.Search;

public enum SearchSort
{
    /// <summary>Best match first; without words, newest first.</summary>
    Relevance,
    Newest,
    Downloads,
}

/// <summary>A question to the engine. Several values of one facet widen, several facets narrow.</summary>
public sealed record SearchRequest
{
    /// <summary>Longest text that is looked at, in characters.</summary>
    public const int MaxText = 64;

    /// <summary>Most hits that pages reach.</summary>
    public const int MaxHits = 10_000;

    public string Text { get; init; } = "";
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Facets { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
    public SearchSort Sort { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;
    public int PageSize { get; init; } = 20;

    /// <summary>Whether things for signed-in teachers may be found.</summary>
    public bool SignedIn { get; init; }

    /// <summary>Facets to count.</summary>
    public IReadOnlyList<string> CountFacets { get; init; } = [];
}

/// <summary>A run of text, matched or not.</summary>
public readonly record struct TextRun(string Text, bool IsMatch);

/// <summary>A hit: its title and best passage, made from the stored text.</summary>
/// <param name="Card">What the source gave to be shown in lists.</param>
/// <param name="FileName">The file the passage stands in; null when it is the work's own text.</param>
public sealed record SearchHit(
    string Id,
    string Kind,
    string Card,
    IReadOnlyList<TextRun> Title,
    IReadOnlyList<TextRun> Passage,
    string? FileName
);

/// <summary>An answer. Counts of a facet leave out that facet's own filter.</summary>
public sealed record SearchResult(
    int Total,
    IReadOnlyList<SearchHit> Hits,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> FacetCounts,
    TimeSpan Elapsed
);
