using System.Net;
using AngleSharp.Dom;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.ResourceBank;

/// <summary>A script in every field is text on every page.</summary>
public sealed class ScriptTextTests
{
    private const string Script = "<script>alert(1)</script>";
    private const string Attribute = "\"><img src=x onerror=alert(2)>";

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_come_back_as_text_on_every_page(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var mark = "标记" + Guid.NewGuid().ToString("N")[..8];
        var id = await stage.DraftAsync();
        using var author = await stage.SignInAsync();
        using var reviewer = await stage.SignInAsync(stage.Reviewer);
        (await author.PostAsync(id, Fields(mark))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var edit = await LookAsync(author, "/my/resources/" + id, 0);
        edit.Value("#title").ShouldBe(Script + Attribute + mark);
        edit.QuerySelector("#other")!.TextContent.ShouldBe(Script + Attribute + "other");
        await LookAsync(author, $"/my/resources/{id}/preview", 20);
        await LookAsync(author, "/my/resources", 1);
        await stage.AsAuthorAsync(drafts => drafts.SubmitAsync(id, stage.Author));
        await stage.Site.SettleAsync();
        await LookAsync(reviewer, "/review", 1);
        await LookAsync(reviewer, "/review/" + id, 20);
        await LookAsync(reviewer, "/my/notifications", 1);
        await stage.AsReviewerAsync(reviews => reviews.ReturnAsync(id, Script + Attribute, stage.Reviewer));
        await LookAsync(author, "/my/resources/" + id, 1);
        await stage.AsAuthorAsync(drafts => drafts.SubmitAsync(id, stage.Author));
        await stage.AsReviewerAsync(reviews => reviews.PublishAsync(id, false, stage.Reviewer));
        await stage.Site.SettleAsync();
        var detail = await LookAsync(author, "/resources/" + id, 20);
        detail.QuerySelector("#cite-text")!.TextContent.ShouldContain(Script + Attribute + mark);
        (await LookAsync(author, "/search?q=" + mark, 2)).QuerySelector(".hub-hit h2")!.TextContent.ShouldContain(Script);
        await LookAsync(author, "/search?q=" + Uri.EscapeDataString(Script + mark), 1);
        await LookAsync(author, "/", 1);
        await stage.AsReviewerAsync(reviews => reviews.TakeDownAsync(id, Script + Attribute, stage.Reviewer));
        await LookAsync(author, "/resources/" + id, 1);
    }

    private static Dictionary<string, string> Fields(string mark)
    {
        var fields = WorkPage.Fields(Script + Attribute + mark);
        fields["Form.Summary"] = Script + Attribute + "summary";
        fields["Form.Keywords"] = Script + "k、" + Attribute + "k";
        fields["Form.Authors"] = Script + "a、" + Attribute + "a";
        foreach (var section in KindProfile.Of(WorkKind.Lesson).Sections)
            fields[$"Form.Sections[{section.Key}]"] = Script + Attribute + section.Key;
        foreach (var part in (string[])["Name", "Teacher", "Students", "Intent"])
            fields[$"Form.Steps[0].{part}"] = Script + Attribute + part;
        return fields;
    }

    private static async Task<IDocument> LookAsync(Visitor visitor, string path, int atLeast)
    {
        var page = await visitor.PageAsync(path);
        page.QuerySelectorAll("script").ShouldAllBe(script => !script.TextContent.Contains("alert"));
        page.QuerySelectorAll("[onerror]").ShouldBeEmpty(path);
        (page.QuerySelector("main")!.TextContent.Split(Script).Length - 1).ShouldBeGreaterThanOrEqualTo(atLeast, path);
        return page;
    }
}
