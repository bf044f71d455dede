using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.ResourceBank.Files;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.ResourceBank;

/// <summary>Files that must not be taken, and files that are taken and must do no harm.</summary>
public sealed class BadFilesTests
{
    private const string Zip = "PK\u0003\u0004";

    [Theory]
    [InlineData("empty.docx", "", "这是空文件")]
    [InlineData("plan.docx", "MZ\u0090\0program", "程序或脚本")]
    [InlineData("picture.png", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "SVG里可能藏有脚本")]
    [InlineData("page.html", "<!DOCTYPE html><script>alert(1)</script>", "网页和SVG")]
    [InlineData("broken.docx", Zip + "nothing", "已损坏")]
    [InlineData("../../etc/passwd", "MZ", "“passwd”不能上传")]
    [InlineData("C:\\Windows\\a.exe", "MZ", "“a.exe”不能上传")]
    public async Task Should_refuse_in_the_form_and_leave_no_draft_behind(string name, string content, string message)
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        using var author = await stage.SignInAsync();
        var answer = await PostAsync(author, ("good.txt", "good"u8.ToArray()), (name, Encoding.Latin1.GetBytes(content)));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ParseAsync(answer);
        page.Problem().ShouldContain(message);
        page.QuerySelector("[name=Kind][checked]")!.GetAttribute("value").ShouldBe("paper");
        (await author.PageAsync("/my/resources")).QuerySelectorAll("main .hub-list > li").ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_refuse_more_files_than_a_work_may_have()
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        using var author = await stage.SignInAsync();
        var files = Enumerable.Range(0, 21).Select(i => ($"{i}.txt", Encoding.UTF8.GetBytes("file " + i))).ToArray();
        (await Visitor.ParseAsync(await PostAsync(author, files))).Problem().ShouldContain("最多 20 个文件");
        (await author.PageAsync("/my/resources")).QuerySelectorAll("main .hub-list > li").ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_refuse_a_form_of_two_gigabytes_before_it_is_sent()
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        using var author = await stage.SignInAsync();
        var cookies = author.Cookies;
        using var client = new TcpClient(stage.Site.Address.Host, stage.Site.Address.Port);
        await using var wire = client.GetStream();
        await wire.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST /my/resources/new HTTP/1.1\r\nHost: {stage.Site.Address.Authority}\r\nCookie: {cookies}\r\n"
                    + $"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: {2L << 30}\r\nConnection: close\r\n\r\n--x\r\n"
            )
        );
        using var reader = new StreamReader(wire);
        var answer = await reader.ReadToEndAsync();
        answer.ShouldStartWith("HTTP/1.1 413");
        answer.ShouldContain("一次提交的文件太大，合计最多 200 MB");
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_keep_a_hostile_file_unread_and_say_why(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var id = await stage.DraftAsync();
        using var author = await stage.SignInAsync();
        var bomb = HostileOffice.MainPart("docx", $"<a>{new string(' ', 64 << 20)}</a>").ToArray();
        var laughter = HostileOffice.MainPart("docx", HostileOffice.Laughter + "<x>&j;</x>").ToArray();
        var loop = HostilePdf.With((3, "<</Type/Pages/Count 1/Kids[2 0 R]/Parent 2 0 R>>")).ToArray();
        await Tus.AttachAsync(author, stage.Site, id, "bomb.docx", bomb);
        await Tus.AttachAsync(author, stage.Site, id, "laughter.docx", laughter);
        await Tus.AttachAsync(author, stage.Site, id, "loop.pdf", loop);
        var page = await author.PageAsync("/my/resources/" + id);
        var notes = page.QuerySelectorAll(".tone.is-warn")
            .Select(note => note.TextContent)
            .Where(text => text.Contains("不可搜索"))
            .ToList();
        notes.Count.ShouldBe(3);
        notes.ShouldAllBe(note => note.Contains('（'));
        notes[0].ShouldContain("异常庞大");
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_hand_out_files_as_attachments_in_a_sandbox_under_harmless_names(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var id = await stage.DraftAsync();
        using var author = await stage.SignInAsync();
        string[] names = ["../../x.txt", "C:\\y.txt", "a\0b.txt", "z\u202etxt.exe", "NUL.txt", "𠮷😀.txt", new string('长', 500) + ".txt"];
        foreach (var name in names)
            await Tus.AttachAsync(
                author,
                stage.Site,
                id,
                name,
                Encoding.UTF8.GetBytes("text <script>alert(1)</script> " + Array.IndexOf(names, name))
            );
        await stage.AsAuthorAsync(drafts => drafts.SubmitAsync(id, stage.Author));
        await stage.AsReviewerAsync(reviews => reviews.PublishAsync(id, false, stage.Reviewer));
        string[] clean = ["x.txt", "y.txt", "ab.txt", "ztxt.txt", "_NUL.txt", "𠮷😀.txt", new string('长', 116) + ".txt"];
        foreach (var (file, name) in (await stage.WorkAsync(id)).Published!.Files.Zip(clean))
        {
            var answer = await author.GetAsync($"/resources/{id}/files/{file.Id}");
            answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
            answer.Content.Headers.ContentDisposition.FileNameStar.ShouldBe(name);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
            answer.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'none'; sandbox"]);
            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        }
        using var zip = new ZipArchive(await (await author.GetAsync($"/resources/{id}/download")).Content.ReadAsStreamAsync());
        zip.Entries.Select(entry => entry.FullName).ShouldBe(clean);
    }

    [Theory]
    [InlineData("con", "_con")]
    [InlineData("LPT9.tar.gz", "_LPT9.tar.gz")]
    [InlineData("console.txt", "console.txt")]
    public void Should_clean_names_that_some_systems_cannot_hold(string name, string clean) => FileNames.Clean(name).ShouldBe(clean);

    private static async Task<HttpResponseMessage> PostAsync(Visitor author, params (string Name, byte[] Bytes)[] files)
    {
        var form = new MultipartFormDataContent
        {
            {
                new StringContent((await author.PageAsync("/my/resources/new")).Value("main [name=__RequestVerificationToken]")!),
                "__RequestVerificationToken"
            },
            { new StringContent("paper"), "Kind" },
        };
        foreach (var (name, bytes) in files)
            form.Add(new ByteArrayContent(bytes), "Files", name);
        return await author.Client.PostAsync("/my/resources/new", form);
    }
}
