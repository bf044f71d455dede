namespace TeacherGrowthHub.Search;

/// <summary>Who may find a document.</summary>
public enum Readership
{
    Everyone,

    /// <summary>Signed-in teachers only: cases (domain 9.3).</summary>
    SignedIn,
}

/// <summary>Text of a file that belongs to a document.</summary>
public sealed record SearchFile(string Name, string Text);

/// <summary>What the index holds of one published thing.</summary>
public sealed record SearchDocument
{
    public required string Id { get; init; }

    /// <summary>Kind of the source, as in the change log.</summary>
    public required string Kind { get; init; }
    public required string Title { get; init; }
    public string Summary { get; init; } = "";

    /// <summary>Keywords, authors, school, labels: found, but not shown as a passage.</summary>
    public string Metadata { get; init; } = "";
    public string Body { get; init; } = "";
    public IReadOnlyList<SearchFile> Files { get; init; } = [];

    /// <summary>Codes by facet.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Facets { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
    public Readership Readership { get; init; }

    /// <summary>What the source's lists show of it, in the source's own form; each hit gives it back.</summary>
    public string Card { get; init; } = "";
    public DateTime PublishedAt { get; init; }
    public int Downloads { get; init; }

    /// <summary>Stands behind real works of equal merit.</summary>
    public bool IsSample { get; init; }
}
