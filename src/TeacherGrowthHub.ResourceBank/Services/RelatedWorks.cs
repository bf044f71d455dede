namespace TeacherGrowthHub.ResourceBank.Services;

/// <summary>What a reader of a work may want next: same words and topics, as the search engine sees them.</summary>
public sealed class RelatedWorks(Search.ISearchEngine engine, ResourceReader reader)
{
    /// <param name="id">The work being read.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="signedIn">Whether cases may be among them.</param>
    public async Task<IReadOnlyList<WorkCard>> OfAsync(string id, int count, bool signedIn, CancellationToken cancellationToken) =>
        await reader.CardsAsync(await engine.RelatedAsync(id, count, signedIn, cancellationToken), cancellationToken);
}
