using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.ResourceBank.Files;
using TeacherGrowthHub.Search;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.ResourceBank;

public sealed class FindingTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_find_a_published_lesson_by_a_sentence_inside_its_file_and_not_before(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var mark = Guid.NewGuid().ToString("N")[..10];
        var sentence = $"把最近一次强烈的情绪写在便签上{mark}";
        var id = await stage.DraftAsync("情绪课");
        await stage.Site.InScopeAsync(services =>
            services
                .GetRequiredService<FileIntake>()
                .AddAsync(id, "教案.docx", new MemoryStream(Documents.Word(sentence)), stage.Author, default)
        );
        await stage.AsAuthorAsync(drafts => drafts.SubmitAsync(id, stage.Author));
        await stage.Site.SettleAsync();
        (await SearchAsync(stage, sentence)).Hits.ShouldNotContain(hit => hit.Id == id);
        await stage.AsReviewerAsync(reviews => reviews.PublishAsync(id, false, stage.Reviewer));
        await stage.Site.SettleAsync();
        var hit = (await SearchAsync(stage, sentence)).Hits[0];
        hit.Id.ShouldBe(id);
        hit.FileName.ShouldBe("教案.docx");
        string.Concat(hit.Passage.Where(run => run.IsMatch).Select(run => run.Text)).ShouldContain("强烈的情绪");
        await stage.AsReviewerAsync(reviews => reviews.TakeDownAsync(id, "x", stage.Reviewer));
        await stage.Site.SettleAsync();
        (await SearchAsync(stage, sentence)).Hits.ShouldNotContain(found => found.Id == id);
    }

    [Fact]
    public async Task Should_answer_malformed_questions()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        using var visitor = new Visitor(site);
        foreach (
            var text in new[]
            {
                "\"",
                "AND OR (",
                "*",
                "title:",
                "\ud842\udfb7",
                "\ud83d\ude00",
                "   ",
                new string('张', 500),
                "<script>alert(1)</script>",
            }
        )
        {
            var answer = await visitor.GetAsync("/search?q=" + Uri.EscapeDataString(text) + "&p=-3&sort=nonsense&area=%27");
            ((int)answer.StatusCode).ShouldBe(200, text);
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain("<script>alert");
        }
    }

    private static Task<SearchResult> SearchAsync(Stage stage, string text) =>
        stage.Site.Services.GetRequiredService<ISearchEngine>().SearchAsync(new SearchRequest { Text = text });
}
