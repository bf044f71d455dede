using System.Diagnostics;
using Lucene.Net.Index;
using Lucene.Net.Search;
using TeacherGrowthHub.Search.Analysis;

namespace TeacherGrowthHub.Search.Lucene;

/// <summary>Answers from the node's own index.</summary>
public sealed class LuceneEngine(LuceneIndex index) : ISearchEngine
{
    private const int RerankDepth = 30;
    private const double RerankWeight = .6;
    private const int RerankWindow = 120;

    // A match this far below the best one shares a character or two with the query, nothing more.
    private const float WorthShowing = .2f;

    // Small enough that a better sample still stands before a worse work.
    private const float SampleFactor = .92f;

    public Task<SearchResult> SearchAsync(SearchRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(index.Read(searcher => Search(searcher, request)));

    public Task<IReadOnlyList<string>> RelatedAsync(string id, int count, bool signedIn, CancellationToken cancellationToken = default) =>
        Task.FromResult(index.Read(searcher => Related(searcher, id, count, signedIn)));

    private static SearchResult Search(IndexSearcher searcher, SearchRequest request)
    {
        var watch = Stopwatch.StartNew();
        var text = Shorten(request.Text);
        var ranking = text.Length == 0 ? null : new RankingQuery(text, searcher.IndexReader);
        var collector = new HitCollector(request);
        searcher.Search(Visible(ranking?.Query ?? new MatchAllDocsQuery(), request.SignedIn), collector);
        var least = collector.Matches.Count == 0 ? 0 : collector.Matches.Max(match => match.Score) * (ranking is null ? 0 : WorthShowing);
        bool Keep(HitCollector.Match match) => match.Score >= least;
        var matches = collector.Matches.Where(match => match.FailedFacet < 0 && Keep(match));
        var ordered = Order(searcher, [.. matches], request.Sort, ranking?.Grams);
        var page = ordered.Skip((Math.Max(1, request.Page) - 1) * request.PageSize).Take(request.PageSize);
        SearchHit[] hits = [.. page.Select(match => HitReader.Read(searcher, match.Document, match.Score, ranking?.Grams))];
        return new SearchResult(ordered.Count, hits, collector.Count(Keep), watch.Elapsed);
    }

    private static IReadOnlyList<string> Related(IndexSearcher searcher, string id, int count, bool signedIn)
    {
        var self = searcher.Search(new TermQuery(new Term(IndexFields.Id, id)), 1);
        if (self.TotalHits == 0)
            return [];
        var document = searcher.Doc(self.ScoreDocs[0].Doc);
        var ranking = new RankingQuery(
            Shorten(document.Get(IndexFields.Title) + " " + document.Get(IndexFields.Summary)),
            searcher.IndexReader
        );
        return
        [
            .. searcher
                .Search(Visible(ranking.Query, signedIn), count + 1)
                .ScoreDocs.Select(hit => searcher.Doc(hit.Doc).Get(IndexFields.Id))
                .Where(other => other != id)
                .Take(count),
        ];
    }

    private static string Shorten(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length <= SearchRequest.MaxText ? trimmed : trimmed[..SearchRequest.MaxText];
    }

    private static Query Visible(Query query, bool signedIn) =>
        signedIn
            ? query
            : new FilteredQuery(
                query,
                new QueryWrapperFilter(new TermQuery(new Term(IndexFields.Readership, nameof(Readership.Everyone))))
            );

    private static List<HitCollector.Match> Order(
        IndexSearcher searcher,
        List<HitCollector.Match> matches,
        SearchSort sort,
        QueryGrams? grams
    ) =>
        sort switch
        {
            SearchSort.Newest => [.. matches.OrderBy(m => m.IsSample).ThenByDescending(m => m.Published).ThenBy(m => m.Document)],
            SearchSort.Downloads =>
            [
                .. matches.OrderByDescending(m => m.Downloads).ThenBy(m => m.IsSample).ThenByDescending(m => m.Published),
            ],
            _ when grams is null => [.. matches.OrderBy(m => m.IsSample).ThenByDescending(m => m.Published).ThenBy(m => m.Document)],
            _ => Rerank(searcher, [.. matches.OrderByDescending(Merit).ThenBy(m => m.IsSample).ThenBy(m => m.Document)], grams),
        };

    // The best of the list once more, by how much of the query stands together in one place.
    private static List<HitCollector.Match> Rerank(IndexSearcher searcher, List<HitCollector.Match> ordered, QueryGrams grams)
    {
        if (ordered.Count == 0)
            return ordered;
        var best = Merit(ordered[0]);
        var top = ordered
            .Take(RerankDepth)
            .Select(match =>
                (
                    match,
                    score: Merit(match) / best
                        + RerankWeight
                            * HitReader.Coverage(searcher, match.Document, grams, RerankWindow)
                            * (match.IsSample ? SampleFactor : 1)
                )
            )
            .OrderByDescending(pair => pair.score)
            .Select(pair => pair.match);
        return [.. top, .. ordered.Skip(RerankDepth)];
    }

    private static float Merit(HitCollector.Match match) => match.Score * (match.IsSample ? SampleFactor : 1);
}
