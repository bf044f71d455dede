namespace TeacherGrowthHub.Search;

/// <summary>A module's things that can be found.</summary>
public interface ISearchSource
{
    /// <summary>Kind in the change log.</summary>
    string Kind { get; }

    /// <summary>The documents of those ids that are published now; an id without one leaves the index.</summary>
    Task<IReadOnlyList<SearchDocument>> LoadAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>Ids of everything published, for a rebuild.</summary>
    Task<IReadOnlyList<string>> PublishedIdsAsync(CancellationToken cancellationToken);
}
