using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Privacy;
using TeacherGrowthHub.Search;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.ResourceBank;

public sealed class CasesTests
{
    [Theory]
    [InlineData("\u6bcd\u4eb2\u7684\u7535\u8bdd\u662f13912345678\u3002", IdentifierKind.Phone)]
    [InlineData("\u8eab\u4efd\u8bc1\u53f711010519491231002X\u3002", IdentifierKind.IdCard)]
    [InlineData("\u90ae\u7bb1 someone@example.org", IdentifierKind.Email)]
    [InlineData("\u521d\u4e8c(3)\u73ed\u7684\u5b66\u751f", IdentifierKind.ClassName)]
    [InlineData("2025\u5e743\u670812\u65e5\u6765\u8bbf", IdentifierKind.ExactDate)]
    [InlineData("\u767d\u9e6d\u5b9e\u9a8c\u4e2d\u5b66\u8f6c\u6765", IdentifierKind.Organization)]
    [InlineData("\u7535\u8bdd\uff11\uff13\uff19\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18", IdentifierKind.Phone)]
    public void Should_find_what_identifies(string text, IdentifierKind kind) =>
        new IdentifierScanner(["\u767d\u9e6d\u5b9e\u9a8c\u4e2d\u5b66"]).Scan(text).Select(finding => finding.Kind).ShouldContain(kind);

    [Theory]
    [InlineData("\u70ed\u8eab5\u5206\u949f\uff0c\u5de5\u4f5c25\u5206\u949f\uff0c\u5171\u0034\u0035\u5206\u949f")]
    [InlineData("\u5fc3\u7406\u63f4\u52a9\u70ed\u7ebf12356")]
    [InlineData("\u4e91\u529e\u901a\u30142024\u30151\u53f7")]
    [InlineData("3\u670815\u6b21\u8c08\u8bdd\u4e2d\u7684\u7b2c2\u6b21")]
    [InlineData("110105194912310021")]
    public void Should_leave_alone_what_does_not(string text) => new IdentifierScanner([]).Scan(text).ShouldBeEmpty();

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_not_be_submitted_while_a_passage_identifies(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var id = await stage.DraftAsync(
            kind: WorkKind.Case,
            content: Stage.CompleteCase("case", "\u6bcd\u4eb2\u7535\u8bdd13912345678\u3002")
        );
        (
            await Should.ThrowAsync<RefusedException>(() => stage.AsAuthorAsync(drafts => drafts.SubmitAsync(id, stage.Author)))
        ).Field.ShouldBe("privacy");
        await stage.AsAuthorAsync(drafts => drafts.KeepFindingAsync(id, "13912345678", stage.Author));
        await Should.ThrowAsync<RefusedException>(() => stage.AsAuthorAsync(drafts => drafts.SubmitAsync(id, stage.Author)));
    }

    [Fact]
    public async Task Should_ask_the_reviewer_to_confirm_that_nobody_can_be_recognised()
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.SubmittedAsync(kind: WorkKind.Case, content: Stage.CompleteCase("case"));
        await Should.ThrowAsync<RefusedException>(() => stage.AsReviewerAsync(reviews => reviews.PublishAsync(id, false, stage.Reviewer)));
        (await stage.WorkAsync(id)).Visibility.ShouldBe(WorkVisibility.Hidden);
        await stage.AsReviewerAsync(reviews => reviews.PublishAsync(id, true, stage.Reviewer));
        (await stage.WorkAsync(id)).Visibility.ShouldBe(WorkVisibility.Published);
    }

    [Fact]
    public async Task Should_be_read_by_signed_in_teachers_only_and_show_no_school()
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.PublishedAsync("", WorkKind.Case, Stage.CompleteCase("\u80c3\u75db\u7684\u6e05\u6668"));
        using var guest = new Visitor(stage.Site);
        (await guest.GetAsync("/resources/" + id)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await guest.GetAsync("/api/v1/resources/" + id)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var teacher = await Visitor.SignedInAsync(stage.Site, "demo-peer");
        var page = await teacher.PageAsync("/resources/" + id);
        page.QuerySelector("main")!.TextContent.ShouldContain("\u80c3\u75db\u7684\u6e05\u6668");
        page.QuerySelector("main")!.TextContent.ShouldNotContain(stage.School.Name);
    }

    [Fact]
    public async Task Should_stay_out_of_a_guests_hits_counts_and_facets()
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var word = "\u7a00\u89c1" + Guid.NewGuid().ToString("N")[..8];
        var id = await stage.PublishedAsync("", WorkKind.Case, Stage.CompleteCase(word));
        await stage.Site.SettleAsync();
        var engine = stage.Site.Services.GetRequiredService<ISearchEngine>();
        SearchRequest request = new() { Text = word, CountFacets = ["kind", "county", "grade"] };
        var asGuest = await engine.SearchAsync(request);
        asGuest.Hits.ShouldNotContain(hit => hit.Id == id);
        asGuest.FacetCounts["kind"].Keys.ShouldNotContain("case");
        var signedIn = await engine.SearchAsync(request with { SignedIn = true });
        signedIn.Hits[0].Id.ShouldBe(id);
        (
            await engine.SearchAsync(
                new SearchRequest
                {
                    Facets = new Dictionary<string, IReadOnlyList<string>> { ["kind"] = ["case"] },
                    CountFacets = ["county"],
                    SignedIn = true,
                }
            )
        ).FacetCounts["county"].ShouldBeEmpty();
    }
}
