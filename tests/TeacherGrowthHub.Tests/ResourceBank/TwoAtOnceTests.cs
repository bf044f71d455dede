using System.Net;
using System.Text.Json;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.ResourceBank;

public sealed class TwoAtOnceTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_show_the_second_what_the_first_saved_beside_what_was_typed(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var id = await stage.DraftAsync();
        using var first = await stage.SignInAsync();
        using var second = await stage.SignInAsync();
        var opened = (await second.PageAsync("/my/resources/" + id)).Value("#work [name=Revision]")!;
        var theirs = WorkPage.Fields("saved first");
        theirs["Form.Steps[0].Teacher"] = "first's step";
        (await first.PostAsync(id, theirs)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var mine = WorkPage.Fields("saved second");
        mine["Revision"] = opened;
        var answer = await second.PostAsync(id, mine);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ParseAsync(answer);
        page.Problem().ShouldContain("刚刚在别处保存过");
        page.QuerySelector("main details")!.TextContent.ShouldContain("saved first");
        page.QuerySelector("main details")!.TextContent.ShouldContain("first's step");
        page.Value("#title").ShouldBe("saved second");
        (await stage.WorkAsync(id)).Working!.Title.ShouldBe("saved first");
        mine["Revision"] = page.Value("#work [name=Revision]")!;
        (await second.PostAsync(id, mine)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await stage.WorkAsync(id)).Working!.Title.ShouldBe("saved second");
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_let_one_of_many_win_and_tell_the_others(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var id = await stage.DraftAsync();
        var revision = (await stage.WorkAsync(id)).Working!.Revision;
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => TryAsync(i))));
        outcomes.Count(refusal => refusal is null).ShouldBe(1);
        outcomes.OfType<RefusedException>().ShouldAllBe(refusal => refusal.Kind == RefusalKind.Conflict);
        (await stage.WorkAsync(id)).Working!.Title.ShouldBe("writer " + Array.IndexOf(outcomes, null));

        async Task<RefusedException?> TryAsync(int writer)
        {
            try
            {
                await stage.AsAuthorAsync(drafts => drafts.SaveAsync(id, revision, Stage.Complete("writer " + writer), stage.Author));
                return null;
            }
            catch (RefusedException refusal)
            {
                return refusal;
            }
        }
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_answer_409_to_a_program(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var id = await stage.DraftAsync("as it was");
        using var author = await stage.SignInAsync();
        var revision = (await stage.WorkAsync(id)).Working!.Revision - 1;
        var json = JsonSerializer.Serialize(new { revision, content = new { title = "late" } });
        var answer = await author.SendJsonAsync(HttpMethod.Put, "/api/v1/resources/" + id, json);
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await answer.DetailAsync()).ShouldContain("别处保存过");
        (await stage.WorkAsync(id)).Working!.Title.ShouldBe("as it was");
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_let_one_of_two_reviewers_decide(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var id = await stage.SubmittedAsync();
        using var first = await stage.SignInAsync(stage.Reviewer);
        using var second = await stage.SignInAsync(await new Cast(stage.Site).TeacherAsync(stage.School, "SchoolReviewer"));
        var opened = await second.PageAsync("/review/" + id);
        await first.SubmitAsync("/review/" + id, [], "Publish");
        var token = opened.Value("main form [name=__RequestVerificationToken]")!;
        var fields = new Dictionary<string, string> { ["Note"] = "请改", ["__RequestVerificationToken"] = token };
        var late = await second.Client.PostAsync($"/review/{id}?handler=Return", new FormUrlEncodedContent(fields));
        late.Headers.Location!.ToString().ShouldBe("/review");
        (await second.PageAsync("/review")).Body!.TextContent.ShouldContain("刚刚已由别人处理");
        (await stage.WorkAsync(id)).Visibility.ShouldBe(WorkVisibility.Published);
        (await stage.WorkAsync(id)).Published!.ReviewNote.ShouldBeNull();
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_keep_what_was_typed_while_it_was_handed_in_elsewhere(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var id = await stage.DraftAsync("as it was");
        using var author = await stage.SignInAsync();
        var fields = WorkPage.Fields("typed late");
        var opened = await author.PageAsync("/my/resources/" + id);
        foreach (var name in (string[])["Revision", "__RequestVerificationToken"])
            fields[name] = opened.Value($"#work [name={name}]")!;
        await stage.AsAuthorAsync(drafts => drafts.SubmitAsync(id, stage.Author));
        var answer = await author.Client.PostAsync($"/my/resources/{id}?handler=Save", new FormUrlEncodedContent(fields));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ParseAsync(answer);
        page.Problem().ShouldContain("正在审核");
        page.Value("#title").ShouldBe("typed late");
        await stage.AsReviewerAsync(reviews => reviews.PublishAsync(id, false, stage.Reviewer));
        answer = await author.Client.PostAsync($"/my/resources/{id}?handler=Save", new FormUrlEncodedContent(fields));
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Visitor.ParseAsync(answer)).QuerySelector("main")!.TextContent.ShouldContain("返回上一页，刚才的输入还在");
        answer = await author.Client.PostAsync($"/my/resources/{id}?handler=Recall", new FormUrlEncodedContent(fields));
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await stage.WorkAsync(id)).Published!.Title.ShouldBe("as it was");
    }

    [Fact]
    public async Task Should_explain_a_stale_token_and_write_nothing()
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.DraftAsync("as it was");
        using var author = await stage.SignInAsync();
        using var earlier = await stage.SignInAsync(stage.Reviewer);
        var fields = WorkPage.Fields("typed");
        fields["__RequestVerificationToken"] = (await earlier.PageAsync("/my")).Value("[name=__RequestVerificationToken]")!;
        var answer = await author.PostAsync(id, fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await Visitor.ParseAsync(answer);
        page.QuerySelector("h1")!.TextContent.ShouldBe("页面停留太久，请再试一次");
        page.QuerySelector("main")!.TextContent.ShouldContain("返回上一页，刚才的输入还在");
        (await stage.WorkAsync(id)).Working!.Title.ShouldBe("as it was");
    }
}
