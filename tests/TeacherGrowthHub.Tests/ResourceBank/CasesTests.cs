using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Privacy;
using TeacherGrowthHub.ResourceBank.Services;
using TeacherGrowthHub.Search;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.ResourceBank;

public sealed class CasesTests
{
    [Theory]
    [InlineData("母亲的电话是13912345678。", IdentifierKind.Phone)]
    [InlineData("身份证号11010519491231002X。", IdentifierKind.IdCard)]
    [InlineData("邮箱 someone@example.org", IdentifierKind.Email)]
    [InlineData("初二(3)班的学生", IdentifierKind.ClassName)]
    [InlineData("2025年3月12日来访", IdentifierKind.ExactDate)]
    [InlineData("白鹭实验中学转来", IdentifierKind.Organization)]
    [InlineData("电话１３９１２３４５６７８", IdentifierKind.Phone)]
    public void Should_find_what_identifies(string text, IdentifierKind kind) =>
        new IdentifierScanner(["白鹭实验中学"]).Scan(text).Select(finding => finding.Kind).ShouldContain(kind);

    [Theory]
    [InlineData("热身5分钟，工作25分钟，共45分钟")]
    [InlineData("心理援助热线12356")]
    [InlineData("云办通〔2024〕1号")]
    [InlineData("3月15次谈话中的第2次")]
    [InlineData("110105194912310021")]
    public void Should_leave_alone_what_does_not(string text) => new IdentifierScanner([]).Scan(text).ShouldBeEmpty();

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_not_be_submitted_while_a_passage_identifies(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var id = await stage.DraftAsync(kind: WorkKind.Case, content: Stage.CompleteCase("case", "母亲电话13912345678。"));
        (
            await Should.ThrowAsync<RefusedException>(() => stage.AsAuthorAsync(drafts => drafts.SubmitAsync(id, stage.Author)))
        ).Field.ShouldBe("privacy");
        await stage.Site.InScopeAsync(services =>
            services.GetRequiredService<DraftParts>().KeepFindingAsync(id, "13912345678", stage.Author)
        );
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
        var id = await stage.PublishedAsync("", WorkKind.Case, Stage.CompleteCase("胃痛的清晨"));
        using var guest = new Visitor(stage.Site);
        (await guest.GetAsync("/resources/" + id)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await guest.GetAsync("/api/v1/resources/" + id)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var teacher = await Visitor.SignedInAsync(stage.Site, "demo-peer");
        var page = await teacher.PageAsync("/resources/" + id);
        page.QuerySelector("main")!.TextContent.ShouldContain("胃痛的清晨");
        page.QuerySelector("main")!.TextContent.ShouldNotContain(stage.School.Name);
    }

    [Fact]
    public async Task Should_stay_out_of_a_guests_hits_counts_and_facets()
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var word = "稀见" + Guid.NewGuid().ToString("N")[..8];
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
