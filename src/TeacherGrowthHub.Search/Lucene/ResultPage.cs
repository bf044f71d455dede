namespace TeacherGrowthHub.Search.Lucene;

/// <summary>Puts matches in order and cuts the page out; only as much is sorted as is shown.</summary>
internal sealed class ResultPage(HitReader reader, QueryGrams? grams)
{
    private const int RerankDepth = 30;
    private const double RerankWeight = .6;
    private const int RerankWindow = 120;
    private const double NamedWeight = .2;

    /// <summary>The matches of the page that is asked for.</summary>
    public IEnumerable<Match> Of(IReadOnlyList<Match> matches, SearchRequest request)
    {
        var start = (Math.Max(1, request.Page) - 1) * request.PageSize;
        var ordered = Order(matches, request.Sort);
        if (grams is null || request.Sort != SearchSort.Relevance)
            return ordered.Skip(start).Take(request.PageSize);
        var first = ordered.Take(Math.Max(RerankDepth, start + request.PageSize)).ToList();
        return Rerank(first).Skip(start).Take(request.PageSize);
    }

    private IEnumerable<Match> Order(IReadOnlyList<Match> matches, SearchSort sort) =>
        sort switch
        {
            SearchSort.Downloads => matches
                .OrderByDescending(match => match.Downloads)
                .ThenBy(match => match.IsSample)
                .ThenByDescending(match => match.Published)
                .ThenBy(match => match.Document),
            SearchSort.Relevance when grams is not null => matches
                .OrderByDescending(match => match.Merit)
                .ThenBy(match => match.IsSample)
                .ThenBy(match => match.Document),
            _ => matches.OrderBy(match => match.IsSample).ThenByDescending(match => match.Published).ThenBy(match => match.Document),
        };

    // The best of the list once more, by how much of the query stands together in one place, and whether it names the title.
    private IEnumerable<Match> Rerank(List<Match> ordered)
    {
        if (ordered.Count == 0)
            return ordered;
        var best = ordered[0].Merit;
        var top = ordered
            .Take(RerankDepth)
            .Select(match => (match, score: match.Merit / best + Closeness(match) * match.Weight))
            .OrderByDescending(pair => pair.score)
            .Select(pair => pair.match);
        return [.. top, .. ordered.Skip(RerankDepth)];
    }

    private double Closeness(Match match) =>
        RerankWeight * reader.Coverage(match.Document, grams!, RerankWindow)
        + (grams!.Names(reader.Title(match.Document)) ? NamedWeight : 0);
}
