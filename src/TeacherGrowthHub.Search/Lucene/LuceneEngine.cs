using System.Diagnostics;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace TeacherGrowthHub.Search.Lucene;

/// <summary>Answers from the node's own index.</summary>
public sealed class LuceneEngine(LuceneIndex index) : ISearchEngine
{
    // A match this far below the best one shares a character or two with the query, nothing more.
    private const float WorthShowing = .2f;

    public Task<SearchResult> SearchAsync(SearchRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(index.Read(searcher => Search(searcher, request)));

    public Task<IReadOnlyList<SearchHit>> RelatedAsync(
        string id,
        int count,
        bool signedIn,
        CancellationToken cancellationToken = default
    ) => Task.FromResult(index.Read(searcher => Related(searcher, id, count, signedIn)));

    private static SearchResult Search(IndexSearcher searcher, SearchRequest request)
    {
        var watch = Stopwatch.StartNew();
        var text = Shorten(request.Text);
        var ranking = text.Length == 0 ? null : new RankingQuery(text, searcher.IndexReader);
        var collector = new MatchCollector(request.SignedIn);
        searcher.Search(ranking?.Query ?? new MatchAllDocsQuery(), collector);
        var least = ranking is null ? 0 : collector.BestScore * WorthShowing;
        var filter = new FacetFilter(request);
        var matches = collector.Matches.Where(match => match.Score >= least && filter.Passes(match)).ToList();
        var reader = new HitReader(searcher);
        var page = new ResultPage(reader, ranking?.Grams).Of(matches, request);
        return new SearchResult(
            matches.Count,
            [.. page.Select(match => reader.Read(match.Document, ranking?.Grams))],
            filter.Counts,
            watch.Elapsed
        );
    }

    private static IReadOnlyList<SearchHit> Related(IndexSearcher searcher, string id, int count, bool signedIn)
    {
        var self = searcher.Search(new TermQuery(new Term(IndexFields.Id, id)), 1);
        if (self.TotalHits == 0)
            return [];
        var document = self.ScoreDocs[0].Doc;
        var row = StoredRow.Read(searcher, document);
        var collector = new MatchCollector(signedIn);
        searcher.Search(new RankingQuery(Shorten(row.Title + " " + row.Lead), searcher.IndexReader).Query, collector);
        var reader = new HitReader(searcher);
        return
        [
            .. collector
                .Matches.Where(match => match.Document != document)
                .OrderByDescending(match => match.Merit)
                .Take(count)
                .Select(match => reader.Read(match.Document, null)),
        ];
    }

    private static string Shorten(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length <= SearchRequest.MaxText ? trimmed : trimmed[..SearchRequest.MaxText];
    }
}
