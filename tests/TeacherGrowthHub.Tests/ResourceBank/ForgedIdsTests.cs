using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.ResourceBank.Files;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.ResourceBank;

/// <summary>Another's draft, an absent work and an id of nonsense answer alike: nobody learns what there is.</summary>
public sealed partial class ForgedIdsTests
{
    private const string Nonsense = "UUUUUUUUUUUUUUUUUUUUUUUUUU";

    public static TheoryData<string> Addresses =>
        [
            "/my/resources/{0}",
            "/my/resources/{0}/preview",
            "/resources/{0}",
            "/resources/{0}/pages",
            "/resources/{0}/download",
            "/resources/{0}/lesson.docx",
            "/resources/{0}/files/{1}",
            "/resources/{0}/files/{1}/pages/1",
            "/resources/{0}/files/{1}/pages/-1",
            "/api/v1/resources/{0}",
            "/api/v1/resources/{0}/reading",
        ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Should_answer_anothers_draft_like_nothing(string address)
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var (id, fileId) = await DraftWithFileAsync(stage);
        using var other = await stage.SignInAsync(await new Cast(stage.Site).TeacherAsync(stage.School));
        var secret = await AskAsync(other, string.Format(address, id, fileId));
        secret.Status.ShouldBe(HttpStatusCode.NotFound);
        secret.Text.ShouldMatch(@"[\u4e00-\u9fff]{4,}");
        (await AskAsync(other, string.Format(address, HubId.New(TimeProvider.System), HubId.New(TimeProvider.System)))).ShouldBe(secret);
        (await AskAsync(other, string.Format(address, Nonsense, Nonsense))).ShouldBe(secret);
        (await AskAsync(other, string.Format(address, Nonsense.Replace("UU", "'\""), fileId))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await AskAsync(other, string.Format(address, "x", "x"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_answer_a_change_of_anothers_draft_like_nothing(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var (id, _) = await DraftWithFileAsync(stage);
        using var other = await stage.SignInAsync(await new Cast(stage.Site).TeacherAsync(stage.School));
        string[] ids = [id, HubId.New(TimeProvider.System), Nonsense];
        foreach (var handler in (string[])["Save", "Autosave", "Submit", "Delete", "Recall", "RemoveFile", "Keep", "Replace"])
        {
            var answers = new List<(HttpStatusCode, string)>();
            foreach (var forged in ids)
                answers.Add(await PostAsync(other, $"/my/resources/{forged}?handler={handler}"));
            answers.Distinct().Single().Item1.ShouldBe(HttpStatusCode.NotFound, handler);
        }
        foreach (
            var (method, path) in new[] { (HttpMethod.Put, "/api/v1/resources/{0}"), (HttpMethod.Post, "/api/v1/resources/{0}/submit") }
        )
        {
            var answers = new List<string>();
            foreach (var forged in ids)
                answers.Add(
                    await (await other.SendJsonAsync(method, string.Format(path, forged), "{\"revision\":1,\"content\":{}}")).DetailAsync()
                );
            answers.Distinct().Count().ShouldBe(1);
        }
        (await stage.WorkAsync(id)).Working!.Files.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_answer_a_reviewer_of_elsewhere_like_nothing()
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.SubmittedAsync();
        var cast = new Cast(stage.Site);
        using var stranger = await stage.SignInAsync(await cast.TeacherAsync(await cast.SchoolAsync("baoshan/shidian/"), "SchoolReviewer"));
        var secret = await AskAsync(stranger, "/review/" + id);
        secret.Status.ShouldBe(HttpStatusCode.NotFound);
        (await AskAsync(stranger, "/review/" + Nonsense)).ShouldBe(secret);
        using var teacher = await stage.SignInAsync(await cast.TeacherAsync(stage.School));
        (await AskAsync(teacher, "/review/" + id)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_answer_anothers_upload_like_nothing(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        using var author = await stage.SignInAsync();
        var address = await Tus.OpenAsync(author, await stage.DraftAsync(), "a.txt", 4);
        using var other = await stage.SignInAsync(await new Cast(stage.Site).TeacherAsync(stage.School));
        string[] addresses =
        [
            address,
            "/api/v1/uploads/" + HubId.New(TimeProvider.System),
            "/api/v1/uploads/" + Nonsense,
            "/api/v1/uploads/x",
        ];
        foreach (var forged in addresses)
        {
            (await other.Client.SendAsync(Tus.Request(HttpMethod.Head, forged))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            var gone = await other.Client.SendAsync(Tus.Request(HttpMethod.Delete, forged));
            gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await gone.DetailAsync()).ShouldBe("没有这个上传任务，请重新选择文件");
            var sent = await Tus.SendAsync(other, forged, 0, "evil"u8.ToArray());
            sent.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await sent.DetailAsync()).ShouldBe("没有这个上传任务，请重新选择文件");
        }
        (await Tus.OffsetAsync(author, address)).ShouldBe("0");
    }

    private static async Task<(string Id, string FileId)> DraftWithFileAsync(Stage stage)
    {
        var id = await stage.DraftAsync("a secret");
        var file = await stage.Site.InScopeAsync(services =>
            services.GetRequiredService<FileIntake>().AddAsync(id, "a.txt", new MemoryStream("secret"u8.ToArray()), stage.Author, default)
        );
        return (id, file.Id);
    }

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(Visitor visitor, string address) =>
        await ReadAsync(await visitor.GetAsync(address));

    private static async Task<(HttpStatusCode, string)> PostAsync(Visitor visitor, string address)
    {
        var fields = WorkPage.Fields("forged");
        fields["__RequestVerificationToken"] = (await visitor.PageAsync("/my/resources/new")).Value("[name=__RequestVerificationToken]")!;
        return await ReadAsync(await visitor.Client.PostAsync(address, new FormUrlEncodedContent(fields)));
    }

    private static async Task<(HttpStatusCode, string)> ReadAsync(HttpResponseMessage answer)
    {
        var page = await Visitor.ParseAsync(answer);
        var text = (page.QuerySelector("main") ?? page.Body!).TextContent;
        return (answer.StatusCode, Space().Replace(text, " ").Trim());
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
