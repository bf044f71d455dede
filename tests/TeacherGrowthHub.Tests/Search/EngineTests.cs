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
        CharacterFold.Fold("情緒Ａｂ１ 學習").ShouldBe("情绪ab1 学习");
        CharacterFold.Fold("\ud842\udfb7田").Length.ShouldBe(3);
    }

    [Fact]
    public async Task Should_find_simplified_by_traditional_and_mark_it()
    {
        using var index = Index(Document("1", "情绪暖身", "请用天气形容心情"), Document("2", "生涯课", "职业地图"));
        var result = await new LuceneEngine(index).SearchAsync(new SearchRequest { Text = "情緒" });
        result.Total.ShouldBe(1);
        result.Hits[0].Title.ShouldContain(new TextRun("情绪", true));
    }

    [Fact]
    public async Task Should_mark_a_lone_character_and_end_a_cut_passage_with_an_ellipsis()
    {
        using var index = Index(Document("1", "怕黑", "他说：“我怕。”" + new string('静', 200)), Document("2", "别的", "y"));
        var hit = (await new LuceneEngine(index).SearchAsync(new SearchRequest { Text = "怕" })).Hits[0];
        hit.Title.ShouldBe([new TextRun("怕", true), new TextRun("黑", false)]);
        hit.Passage[^1].Text.ShouldEndWith("静…");
    }

    [Fact]
    public async Task Should_find_rare_characters_and_single_ones()
    {
        using var index = Index(Document("1", "\ud842\udfb7野家的故事", "x"), Document("2", "别的", "y"));
        (await new LuceneEngine(index).SearchAsync(new SearchRequest { Text = "\ud842\udfb7" })).Hits.Select(hit => hit.Id).ShouldBe(["1"]);
    }

    [Fact]
    public async Task Should_count_a_facet_without_its_own_filter_and_combine_others()
    {
        using var index = Index(
            Document("1", "a", "情绪", ("area", "D"), ("stage", "J")),
            Document("2", "b", "情绪", ("area", "C"), ("stage", "J")),
            Document("3", "c", "情绪", ("area", "D"), ("stage", "S"))
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
        var sample = Document("1", "情绪课", "认识情绪") with { IsSample = true };
        using var index = Index(sample, Document("2", "情绪课", "认识情绪"), Document("3", "别的", "x"));
        var result = await new LuceneEngine(index).SearchAsync(new SearchRequest { Text = "情绪课" });
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
        index.Directory.ShouldBeOfType<PositionalDirectory>();
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
