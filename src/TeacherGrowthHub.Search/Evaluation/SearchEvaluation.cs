using System.Diagnostics;
using System.Text.Json;
using TeacherGrowthHub.Kernel.Changes;
using TeacherGrowthHub.Search.Lucene;

namespace TeacherGrowthHub.Search.Evaluation;

/// <param name="Mrr10">Mean reciprocal rank within the first ten.</param>
/// <param name="Recall1">Share of questions answered first.</param>
/// <param name="Recall10">Share answered within the first ten.</param>
public sealed record SetScore(int Queries, double Mrr10, double Recall1, double Recall10);

/// <summary>Headline: the mean over the sets cmrc, drcd and psy where they are present, else over all.</summary>
public sealed record EvaluationReport(
    double Mrr10,
    double Recall1,
    double Recall10,
    double P50Ms,
    double P99Ms,
    double IndexSeconds,
    IReadOnlyDictionary<string, SetScore> Sets
);

/// <summary>Indexes a JSONL collection in a temporary folder and asks its questions, one thread.</summary>
public static class SearchEvaluation
{
    private const int Depth = 10;
    private const int Batch = 1000;
    private static readonly string[] Headline = ["cmrc", "drcd", "psy"];
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private sealed record Passage(string Id, string? Title, string Text);

    private sealed record Question(string Id, string? Set, string Text, string? Docid, List<string>? Docids);

    /// <param name="documents">JSONL of <c>id, title, text</c>.</param>
    /// <param name="queries">JSONL of <c>id, set, text, docid</c> (or <c>docids</c>).</param>
    /// <param name="every">Ask only every n-th question.</param>
    public static async Task<EvaluationReport> RunAsync(
        string documents,
        string queries,
        CancellationToken cancellationToken,
        int every = 1
    )
    {
        var folder = Directory.CreateTempSubdirectory("hub-evaluate-").FullName;
        try
        {
            using var index = new LuceneIndex(folder);
            var watch = Stopwatch.StartNew();
            foreach (var batch in (await ReadAsync<Passage>(documents, cancellationToken)).Chunk(Batch))
                index.Apply([.. batch.Select(ToDocument)], [], ChangePosition.Start);
            var indexSeconds = watch.Elapsed.TotalSeconds;
            var questions = (await ReadAsync<Question>(queries, cancellationToken)).Where((_, i) => i % every == 0).ToList();
            return Ask(new LuceneEngine(index), questions, indexSeconds);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static EvaluationReport Ask(LuceneEngine engine, List<Question> questions, double indexSeconds)
    {
        var times = new List<double>(questions.Count);
        var ranks = new List<(string Set, int Rank)>(questions.Count);
        foreach (var question in questions)
        {
            var before = ThreadTime.Milliseconds;
            var result = engine
                .SearchAsync(
                    new SearchRequest
                    {
                        Text = question.Text,
                        PageSize = Depth,
                        SignedIn = true,
                    }
                )
                .GetAwaiter()
                .GetResult();
            times.Add(ThreadTime.Milliseconds - before);
            var relevant = question.Docids ?? [question.Docid!];
            var at = result.Hits.ToList().FindIndex(hit => relevant.Contains(hit.Id));
            ranks.Add((question.Set ?? "all", at));
        }
        times.Sort();
        var sets = ranks.GroupBy(rank => rank.Set).ToDictionary(group => group.Key, group => Score([.. group.Select(rank => rank.Rank)]));
        var headline = Headline
            .Where(sets.ContainsKey)
            .Select(set => sets[set])
            .DefaultIfEmpty(Score([.. ranks.Select(r => r.Rank)]))
            .ToList();
        return new EvaluationReport(
            headline.Average(score => score.Mrr10),
            headline.Average(score => score.Recall1),
            headline.Average(score => score.Recall10),
            times[times.Count / 2],
            times[times.Count * 99 / 100],
            indexSeconds,
            sets
        );
    }

    private static SetScore Score(IReadOnlyList<int> ranks) =>
        new(
            ranks.Count,
            ranks.Average(rank => rank < 0 ? 0 : 1.0 / (rank + 1)),
            ranks.Average(rank => rank == 0 ? 1.0 : 0),
            ranks.Average(rank => rank >= 0 ? 1.0 : 0)
        );

    private static SearchDocument ToDocument(Passage passage) =>
        new()
        {
            Id = passage.Id,
            Kind = "passage",
            Title = passage.Title ?? "",
            Body = passage.Text,
        };

    private static async Task<List<T>> ReadAsync<T>(string path, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        await foreach (var line in File.ReadLinesAsync(path, cancellationToken))
            rows.Add(JsonSerializer.Deserialize<T>(line, Json)!);
        return rows;
    }
}
