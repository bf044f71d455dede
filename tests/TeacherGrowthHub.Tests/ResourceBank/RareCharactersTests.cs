using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.ResourceBank;

public sealed class RareCharactersTests
{
    private const string Rare = "𠮷野😀👩‍🏫é﷽𰻞";

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_survive_save_detail_search_word_and_zip(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var id = await stage.DraftAsync();
        using var author = await stage.SignInAsync();
        var mark = Guid.NewGuid().ToString("N")[..8];
        var fields = WorkPage.Fields(Rare + mark);
        fields["Form.Authors"] = "𠮷野";
        fields["Form.Steps[0].Teacher"] = Rare;
        (await author.PostAsync(id, fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await Tus.AttachAsync(author, stage.Site, id, "𠮷😀.txt", "text"u8.ToArray());
        await stage.AsAuthorAsync(drafts => drafts.SubmitAsync(id, stage.Author));
        await stage.AsReviewerAsync(reviews => reviews.PublishAsync(id, false, stage.Reviewer));
        await stage.Site.SettleAsync();
        var page = await author.PageAsync("/resources/" + id);
        page.QuerySelector("h1")!.TextContent.ShouldBe(Rare + mark);
        page.QuerySelector("article .hub-av")!.TextContent.ShouldBe("𠮷");
        page.QuerySelector("article")!.TextContent.ShouldNotContain('\ufffd');
        var hit = (await author.PageAsync("/search?q=" + Uri.EscapeDataString("𠮷野 " + mark))).QuerySelector(".hub-hit h2")!;
        hit.TextContent.Trim().ShouldBe(Rare + mark);
        var json = await author.Client.GetStringAsync("/api/v1/resources/" + id);
        JsonDocument.Parse(json).RootElement.GetProperty("content").GetProperty("title").GetString().ShouldBe(Rare + mark);
        var word = await author.GetAsync($"/resources/{id}/lesson.docx");
        word.Content.Headers.ContentDisposition!.FileNameStar.ShouldStartWith("𠮷野😀");
        (await PartAsync(word, "word/document.xml")).ShouldContain(Rare + mark);
        var all = await author.GetAsync($"/resources/{id}/download");
        all.Content.Headers.ContentDisposition!.FileNameStar.ShouldStartWith("𠮷野😀");
        (await PartAsync(all, "𠮷😀.txt")).ShouldBe("text");
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_cut_a_long_title_of_a_file_between_characters(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var id = await stage.DraftAsync(content: new WorkContent());
        using var author = await stage.SignInAsync();
        var start = new string('情', SubmissionRules.MaxTitle - 1);
        await Tus.AttachAsync(
            author,
            stage.Site,
            id,
            "plan.docx",
            Documents.Word(
                "课题：" + start + "𠮷绪",
                "一、教学目标",
                "认识情绪的身体信号。",
                "二、教学过程",
                "（一）暖身（5分钟）",
                "请用一种天气形容心情。"
            )
        );
        (await stage.WorkAsync(id)).Working!.Title.ShouldBe(start);
    }

    [Fact]
    public async Task Should_write_a_word_file_from_texts_that_xml_cannot_carry()
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.PublishedAsync("", content: Stage.Complete("a\u0001b\ufffe\uffffc\ud842"));
        using var author = await stage.SignInAsync();
        (await PartAsync(await author.GetAsync($"/resources/{id}/lesson.docx"), "word/document.xml")).ShouldContain("abc\ufffd");
    }

    [Theory]
    [InlineData("𠮷野", "𠮷野")]
    [InlineData("", "")]
    public async Task Should_greet_people_whatever_their_name(string name, string greeted)
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        await stage.RenameAsync(stage.Author, name);
        using var author = await stage.SignInAsync();
        (await author.PageAsync("/my")).QuerySelector("h1")!.TextContent.ShouldContain(greeted + "，您好");
    }

    private static async Task<string> PartAsync(HttpResponseMessage answer, string name)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        using var reader = new StreamReader(zip.GetEntry(name)!.Open(), Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
