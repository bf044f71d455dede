using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.ResourceBank;

public sealed class UploadTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_go_on_where_it_broke_and_fill_the_form(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var id = await stage.DraftAsync(content: new WorkContent());
        using var author = await Visitor.SignedInAsync(stage.Site, await new Cast(stage.Site).LoginOfAsync(stage.Author));
        var bytes = Documents.Lesson("给情绪一个出口");
        var address = await Tus.OpenAsync(author, id, "plan.exe", bytes.Length);
        (await Tus.SendAsync(author, address, 0, bytes[..100])).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Tus.OffsetAsync(author, address)).ShouldBe("100");
        (await Tus.SendAsync(author, address, 50, bytes[50..])).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Tus.SendAsync(author, address, 100, bytes[100..])).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await stage.Site.SettleAsync();
        var version = (await stage.WorkAsync(id)).Working!;
        version.Files.Single().Extension.ShouldBe(".docx");
        version.Files.Single().Name.ShouldBe("plan.docx");
        version.Title.ShouldBe("给情绪一个出口");
        version.Content.Steps.Count.ShouldBe(2);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_fill_what_is_empty_and_keep_what_was_typed(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        using var author = await Visitor.SignedInAsync(stage.Site, await new Cast(stage.Site).LoginOfAsync(stage.Author));
        var typed = await stage.DraftAsync(content: new WorkContent { Title = "我写的标题" });
        var bytes = Documents.Lesson("文件里的标题");
        await Tus.AttachAsync(author, stage.Site, typed, "plan.docx", bytes);
        var version = (await stage.WorkAsync(typed)).Working!;
        version.Title.ShouldBe("我写的标题");
        version.Content.Steps.Count.ShouldBe(2);

        // The same bytes again: known, and still read for the form of this draft.
        var again = await stage.DraftAsync(content: new WorkContent());
        await Tus.AttachAsync(author, stage.Site, again, "plan.docx", bytes);
        version = (await stage.WorkAsync(again)).Working!;
        version.IsBeingRead.ShouldBeFalse();
        version.Title.ShouldBe("文件里的标题");

        // A plan that gave nothing does not stand in the way of the next.
        var silent = await stage.DraftAsync(content: new WorkContent());
        await Tus.AttachAsync(author, stage.Site, silent, "scan.docx", Documents.Word(""));
        await Tus.AttachAsync(author, stage.Site, silent, "plan.docx", bytes);
        (await stage.WorkAsync(silent)).Working!.Title.ShouldBe("文件里的标题");

        // A second plan beside the first fills nothing.
        await Tus.AttachAsync(author, stage.Site, typed, "other.docx", Documents.Word("一、教学反思", "另一份"));
        (await stage.WorkAsync(typed)).Working!.Content.Section("reflection").ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_refuse_a_file_that_is_too_large_before_it_is_sent()
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.DraftAsync();
        using var author = await Visitor.SignedInAsync(stage.Site, await new Cast(stage.Site).LoginOfAsync(stage.Author));
        (await Tus.CreateAsync(author, id, "film.mp4", 2L << 30)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await Tus.CreateAsync(author, id, "empty.docx", 0)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("MZ\u0090\0program", "plan.docx")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "picture.png")]
    [InlineData("<!DOCTYPE html><html><script>alert(1)</script></html>", "page.txt")]
    [InlineData("#!/bin/sh\nrm -rf /", "notes.md")]
    public async Task Should_refuse_by_content_whatever_the_name_says(string content, string name)
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.DraftAsync();
        using var author = await Visitor.SignedInAsync(stage.Site, await new Cast(stage.Site).LoginOfAsync(stage.Author));
        var bytes = Encoding.Latin1.GetBytes(content);
        var address = await Tus.OpenAsync(author, id, name, bytes.Length);
        (await Tus.SendAsync(author, address, 0, bytes)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await stage.WorkAsync(id)).Working!.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_not_touch_another_persons_draft_or_upload()
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.DraftAsync();
        using var author = await Visitor.SignedInAsync(stage.Site, await new Cast(stage.Site).LoginOfAsync(stage.Author));
        var address = await Tus.OpenAsync(author, id, "a.txt", 4);
        using var other = await Visitor.SignedInAsync(stage.Site, "demo-peer");
        (await Tus.CreateAsync(other, id, "a.txt", 4)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Tus.SendAsync(other, address, 0, "evil"u8.ToArray())).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Should_answer_a_hash_for_public_and_own_files_but_never_for_anothers_draft()
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var bytes = Encoding.UTF8.GetBytes("secret draft " + Guid.NewGuid());
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var id = await stage.DraftAsync();
        using var author = await Visitor.SignedInAsync(stage.Site, await new Cast(stage.Site).LoginOfAsync(stage.Author));
        await Tus.AttachAsync(author, stage.Site, id, "a.txt", bytes);
        using var other = await Visitor.SignedInAsync(stage.Site, "demo-peer");
        (await AskAsync(other, hash)).ShouldContain("\"isKnown\":false");
        (await AskAsync(author, hash)).ShouldContain("\"isOwn\":true");
        await stage.AsAuthorAsync(drafts => drafts.SubmitAsync(id, stage.Author));
        await stage.AsReviewerAsync(reviews => reviews.PublishAsync(id, false, stage.Reviewer));
        (await AskAsync(other, hash)).ShouldContain(id);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\temp\\教案.docx", "教案.docx")]
    [InlineData("a\u202ecod.exe", "acod.exe")]
    [InlineData("   ", "file")]
    [InlineData("\ud842\udfb7.docx", "\ud842\udfb7.docx")]
    public void Should_clean_names(string name, string clean) => TeacherGrowthHub.ResourceBank.Files.FileNames.Clean(name).ShouldBe(clean);

    private static async Task<string> AskAsync(Visitor visitor, string hash) =>
        await (await visitor.Client.PostAsJsonAsync("/api/v1/resources/hash", new { sha256 = hash })).Content.ReadAsStringAsync();
}
