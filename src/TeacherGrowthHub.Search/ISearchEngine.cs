using TeacherGrowthHub.Kernel.Changes;

namespace TeacherGrowthHub.Search;

/// <summary>The seam to an engine. Visibility is a filter inside it, never after paging.</summary>
public interface ISearchEngine
{
    Task<SearchResult> SearchAsync(SearchRequest request, CancellationToken cancellationToken = default);

    /// <summary>Documents like the given one, best first.</summary>
    Task<IReadOnlyList<SearchHit>> RelatedAsync(string id, int count, bool signedIn, CancellationToken cancellationToken = default);
}

/// <summary>What the follower of the change log needs of an engine.</summary>
public interface ISearchIndex
{
    /// <summary>How far the index has come; null when it is missing, damaged or of another version and must be rebuilt.</summary>
    ChangePosition? Position { get; }

    /// <summary>Replaces documents, removes ids that have none any more, and notes the position; durable when it returns.</summary>
    /// <param name="documents">What is published now.</param>
    /// <param name="removed">Ids that are not.</param>
    /// <param name="position">How far the index has come; null while it is being rebuilt, so that a killed rebuild begins again.</param>
    void Apply(IReadOnlyList<SearchDocument> documents, IReadOnlyCollection<string> removed, ChangePosition? position);

    /// <summary>Begins from nothing.</summary>
    void Clear();
}
