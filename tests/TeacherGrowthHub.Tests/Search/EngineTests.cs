using Lucene.Net.Store;
using TeacherGrowthHub.Kernel.Changes;
using TeacherGrowthHub.Search;
using TeacherGrowthHub.Search.Analysis;
using TeacherGrowthHub.Search.Evaluation;
using TeacherGrowthHub.Search.Lucene;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.Search;

public sealed class EngineTests
{
    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("hub-index-").FullName;

    [Fact]
    public void Should_fold_one_character_to_one()
    {
        CharacterFold.Fold("\u60c5\u7dd2\uff21\uff42\uff11 \u5b78\u7fd2").ShouldBe("\u60c5\u7eeaab1 \u5b66\u4e60");
        CharacterFold.Fold("\ud842\udfb7\u7530").Length.ShouldBe(3);
    }

    [Fact]
    public async Task Should_find_simplified_by_traditional_and_mark_it()
    {
        using var index = Index(
            Document("1", "\u60c5\u7eea\u6696\u8eab", "\u8bf7\u7528\u5929\u6c14\u5f62\u5bb9\u5fc3\u60c5"),
            Document("2", "\u751f\u6daf\u8bfe", "\u804c\u4e1a\u5730\u56fe")
        );
        var result = await new LuceneEngine(index).SearchAsync(new SearchRequest { Text = "\u60c5\u7dd2" });
        result.Total.ShouldBe(1);
        result.Hits[0].Title.ShouldContain(new TextRun("\u60c5\u7eea", true));
    }

    [Fact]
    public async Task Should_find_rare_characters_and_single_ones()
    {
        using var index = Index(Document("1", "\ud842\udfb7\u91ce\u5bb6\u7684\u6545\u4e8b", "x"), Document("2", "\u522b\u7684", "y"));
        (await new LuceneEngine(index).SearchAsync(new SearchRequest { Text = "\ud842\udfb7" })).Hits.Select(hit => hit.Id).ShouldBe(["1"]);
    }

    [Fact]
    public async Task Should_count_a_facet_without_its_own_filter_and_combine_others()
    {
        using var index = Index(
            Document("1", "a", "\u60c5\u7eea", ("area", "D"), ("stage", "J")),
            Document("2", "b", "\u60c5\u7eea", ("area", "C"), ("stage", "J")),
            Document("3", "c", "\u60c5\u7eea", ("area", "D"), ("stage", "S"))
        );
        var result = await new LuceneEngine(index).SearchAsync(
            new SearchRequest
            {
                Facets = new Dictionary<string, IReadOnlyList<string>> { ["area"] = ["D"], ["stage"] = ["J"] },
                CountFacets = ["area", "stage"],
            }
        );
        result.Hits.Select(hit => hit.Id).ShouldBe(["1"]);
        result.FacetCounts["area"].ShouldBe(new Dictionary<string, int> { ["D"] = 1, ["C"] = 1 }, ignoreOrder: true);
        result.FacetCounts["stage"].ShouldBe(new Dictionary<string, int> { ["J"] = 1, ["S"] = 1 }, ignoreOrder: true);
    }

    [Fact]
    public async Task Should_rank_a_sample_behind_a_real_work_of_equal_merit()
    {
        var sample = Document("1", "\u60c5\u7eea\u8bfe", "\u8ba4\u8bc6\u60c5\u7eea") with { IsSample = true };
        using var index = Index(
            sample,
            Document("2", "\u60c5\u7eea\u8bfe", "\u8ba4\u8bc6\u60c5\u7eea"),
            Document("3", "\u522b\u7684", "x")
        );
        var result = await new LuceneEngine(index).SearchAsync(new SearchRequest { Text = "\u60c5\u7eea\u8bfe" });
        result.Hits.Select(hit => hit.Id).ShouldBe(["2", "1"]);
        (await new LuceneEngine(index).SearchAsync(new SearchRequest())).Hits[^1].Id.ShouldBe("1");
    }

    [Fact]
    public void Should_keep_the_cursor_over_a_restart()
    {
        using (var index = Index(Document("1", "a", "b")))
            index.Apply([], [], new ChangePosition(7, 42));
        using var reopened = new LuceneIndex(_folder);
        reopened.Position.ShouldBe(new ChangePosition(7, 42));
    }

    [Fact]
    public void Should_begin_again_after_a_rebuild_that_did_not_end()
    {
        using (var index = Index(Document("1", "a", "b")))
        {
            index.Clear();
            index.Apply([Document("2", "c", "d")], [], position: null);
        }
        using var reopened = new LuceneIndex(_folder);
        reopened.Position.ShouldBeNull();
    }

    [Fact]
    public void Should_ask_for_a_rebuild_when_the_index_is_damaged()
    {
        Index(Document("1", "a", "b")).Dispose();
        foreach (var file in System.IO.Directory.EnumerateFiles(_folder, "_*"))
            File.WriteAllText(file, "rubbish");
        using var reopened = new LuceneIndex(_folder);
        reopened.Position.ShouldBeNull();
    }

    [Fact]
    public void Should_never_map_the_index_into_memory()
    {
        using var index = Index();
        index.Directory.ShouldBeOfType<NIOFSDirectory>();
    }

    [Fact]
    public async Task Should_reach_the_quality_that_was_measured()
    {
        var data = TestData.Folder("search/dev");
        var report = await SearchEvaluation.RunAsync(
            Path.Combine(data, "docs.jsonl"),
            Path.Combine(data, "queries.jsonl"),
            default,
            every: 4
        );
        report.Mrr10.ShouldBeGreaterThan(.855);
        report.Sets["psy"].Mrr10.ShouldBeGreaterThan(.61);
        report.Sets["cmrc"].Mrr10.ShouldBeGreaterThan(.985);
        report.Sets["drcd"].Mrr10.ShouldBeGreaterThan(.95);
        report.Recall10.ShouldBeGreaterThan(.905);
    }

    private LuceneIndex Index(params SearchDocument[] documents)
    {
        var index = new LuceneIndex(_folder);
        index.Apply(documents, [], ChangePosition.Start);
        return index;
    }

    private static SearchDocument Document(string id, string title, string body, params (string Facet, string Value)[] facets) =>
        new()
        {
            Id = id,
            Kind = "work",
            Title = title,
            Body = body,
            PublishedAt = new DateTime(2026, 1, int.Parse(id), 0, 0, 0, DateTimeKind.Utc),
            Facets = facets.ToDictionary(facet => facet.Facet, facet => (IReadOnlyList<string>)[facet.Value]),
        };
}
