using System.Net;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.ResourceBank;

public sealed class BadFormTests
{
    private static readonly string Long = new('a', 1 << 20);

    public static TheoryData<string, string, string> Refused =>
        new()
        {
            { "Form.Title", Long, "标题最多 100 个字" },
            { "Form.Summary", Long, "摘要最多" },
            { "Form.Sections[goals]", Long, "这一部分最多" },
            { "Form.Minutes", "abc", "“abc”不是这一栏能填的内容" },
            { "Form.Minutes", "99999999999999999999", "不是这一栏能填的内容" },
            { "Form.Minutes", "-5", "1 到 600" },
            { "Form.Minutes", "99999", "1 到 600" },
            { "Form.Periods", "0", "1 到 99" },
            { "Form.Periods", "1.5", "不是这一栏能填的内容" },
            { "Form.Periods", "2026-02-30", "不是这一栏能填的内容" },
            { "Form.Steps[0].Minutes", "abc", "不是这一栏能填的内容" },
            { "Form.Steps[0].Minutes", "-5", "0 到 600" },
            { "Form.Grades", "99", "没有“99”这个选项" },
            { "Form.Grades", "abc", "不是这一栏能填的内容" },
            { "Form.Stages", "ZZ", "没有“ZZ”这个选项" },
            { "Form.Areas", "<script>", "没有“<script>”这个选项" },
            { "Form.Topics", "none", "没有“none”这个选项" },
            { "Form.Form", "none", "没有“none”这个选项" },
            { "Form.License", "WTFPL", "没有“WTFPL”这个选项" },
            { "Form.Sections[nothing]", "x", "没有“nothing”这一部分" },
            { "Form.Keywords", string.Join('、', Enumerable.Range(0, 21)), "关键词最多" },
            { "Form.Authors", new string('名', 61), "作者最多" },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Should_say_what_is_wrong_keep_all_that_was_typed_and_write_nothing(string field, string value, string message)
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.DraftAsync("as it was");
        var before = (await stage.WorkAsync(id)).Working!;
        using var author = await stage.SignInAsync();
        var fields = WorkPage.Fields("typed title");
        fields[field] = value;
        var answer = await author.PostAsync(id, fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ParseAsync(answer);
        page.Problem().ShouldContain(message);
        page.QuerySelector("#ideas")!.TextContent.ShouldBe(WorkPage.Typed);
        page.Value("#title").ShouldBe(fields["Form.Title"]);
        page.Value("#minutes").ShouldBe(fields["Form.Minutes"]);
        page.Value("#periods").ShouldBe(fields["Form.Periods"]);
        page.Value("#s0m").ShouldBe(fields["Form.Steps[0].Minutes"]);
        page.QuerySelector("#s0t")!.TextContent.ShouldBe("天气播报");
        var after = (await stage.WorkAsync(id)).Working!;
        (after.Revision, after.Title).ShouldBe((before.Revision, "as it was"));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_save_nothing_by_itself_while_a_number_cannot_be_read(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var id = await stage.DraftAsync(content: Stage.Complete("t") with { Minutes = 40 });
        using var author = await stage.SignInAsync();
        var fields = WorkPage.Fields("t");
        fields["Form.Minutes"] = "vierzig";
        (await author.PostAsync(id, fields, "Autosave")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await stage.WorkAsync(id)).Working!.Content.Minutes.ShouldBe(40);
        fields["Form.Minutes"] = "45";
        (await author.PostAsync(id, fields, "Autosave")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await stage.WorkAsync(id)).Working!.Content.Minutes.ShouldBe(45);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_drop_characters_that_no_store_and_no_file_can_carry(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var id = await stage.DraftAsync();
        using var author = await stage.SignInAsync();
        var fields = WorkPage.Fields("ti\u0002t\u0001l\ufffee");
        fields["Form.Sections[ideas]"] = "a\u001fb\r\nc\u000b";
        fields["Form.Keywords"] = "\u0001、 ";
        (await author.PostAsync(id, fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var content = (await stage.WorkAsync(id)).Working!.Content;
        (content.Title, content.Section("ideas")).ShouldBe(("title", "ab\nc"));
        await stage.AsAuthorAsync(drafts => drafts.SubmitAsync(id, stage.Author));
        using var reviewer = await stage.SignInAsync(stage.Reviewer);
        (await reviewer.SubmitAsync("/review/" + id, new() { ["Note"] = "改\u0001一改" }, "Return")).StatusCode.ShouldBe(
            HttpStatusCode.Redirect
        );
        (await stage.WorkAsync(id)).Working!.ReviewNote.ShouldBe("改一改");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u0001")]
    public async Task Should_ask_the_reviewer_for_a_reason_and_keep_the_submission(string note)
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.SubmittedAsync();
        using var reviewer = await stage.SignInAsync(stage.Reviewer);
        var answer = await reviewer.SubmitAsync("/review/" + id, new() { ["Note"] = note }, "Return");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ParseAsync(answer)).Problem().ShouldContain("请写明原因");
        (await stage.WorkAsync(id)).Working!.State.ShouldBe(VersionState.Submitted);
    }

    [Fact]
    public async Task Should_refuse_a_form_with_a_NUL_in_it()
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.DraftAsync("as it was");
        using var author = await stage.SignInAsync();
        (await author.PostAsync(id, WorkPage.Fields("a\0b"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await stage.WorkAsync(id)).Working!.Title.ShouldBe("as it was");
    }

    [Fact]
    public async Task Should_keep_a_note_that_is_too_long()
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.SubmittedAsync();
        using var reviewer = await stage.SignInAsync(stage.Reviewer);
        var answer = await reviewer.SubmitAsync("/review/" + id, new() { ["Note"] = Long }, "Return");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ParseAsync(answer)).QuerySelector("#note")!.TextContent.ShouldBe(Long);
    }
}
