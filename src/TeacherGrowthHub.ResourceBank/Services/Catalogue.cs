using TeacherGrowthHub.Search;

namespace TeacherGrowthHub.ResourceBank.Services;

/// <summary>Lists of published works, as the search engine has them.</summary>
public sealed class Catalogue(ISearchEngine engine)
{
    /// <summary>The works published last; samples stand behind the others.</summary>
    /// <param name="page">From 1.</param>
    /// <param name="signedIn">Whether cases are among them.</param>
    public async Task<(int Total, IReadOnlyList<WorkCard> Cards)> NewestAsync(
        int count,
        int page,
        bool signedIn,
        CancellationToken cancellationToken = default
    )
    {
        var result = await engine.SearchAsync(
            new SearchRequest
            {
                Sort = SearchSort.Newest,
                Page = page,
                PageSize = count,
                SignedIn = signedIn,
            },
            cancellationToken
        );
        return (result.Total, Cards(result.Hits));
    }

    /// <summary>What a reader of a work may want next: same words and topics.</summary>
    /// <param name="id">The work being read.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="signedIn">Whether cases may be among them.</param>
    public async Task<IReadOnlyList<WorkCard>> RelatedAsync(string id, int count, bool signedIn, CancellationToken cancellationToken) =>
        Cards(await engine.RelatedAsync(id, count, signedIn, cancellationToken));

    private static WorkCard[] Cards(IReadOnlyList<SearchHit> hits) => [.. hits.Select(hit => WorkCard.FromJson(hit.Card))];
}
