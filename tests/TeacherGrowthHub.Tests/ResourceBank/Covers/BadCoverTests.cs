using System.Net;
using NetVips;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.ResourceBank.Covers;

/// <summary>What must not become a cover: said beside its field, nothing typed lost, nothing written.</summary>
public sealed class BadCoverTests
{
    private static readonly Dictionary<string, (Func<byte[]> Make, string Says)> Bad = new()
    {
        ["svg"] = (() => "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray(), "jpg、png 或 webp"),
        ["exe renamed"] = (() => "MZ\u0090\0program"u8.ToArray(), "jpg、png 或 webp"),
        ["gif"] = (() => "GIF89a"u8.ToArray(), "jpg、png 或 webp"),
        ["empty"] = (() => [], "jpg、png 或 webp"),
        ["bomb"] = (() => Image.Black(20_000, 20_000).PngsaveBuffer(compression: 1, bitdepth: 1), "像素太多"),
        ["broken jpeg"] = (() => Pictures.Jpeg()[..1500], "打不开"),
        ["broken png"] = (() => Pictures.Photo().PngsaveBuffer()[..^200], "打不开"),
        ["broken webp"] = (() => Pictures.Photo().WebpsaveBuffer()[..^200], "打不开"),
        ["head of a png"] = (() => [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0], "打不开"),
        ["stamp"] = (() => Pictures.Jpeg(100, 100), "图片太小"),
        ["eleven megabytes"] = (() => [.. Pictures.Jpeg(), .. new byte[11 << 20]], "最多 10 MB"),
    };

    public static TheoryData<string> Kinds => [.. Bad.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Should_refuse_beside_the_field_with_everything_typed_kept(string kind)
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.DraftAsync("before");
        using var author = await stage.SignInAsync();
        var answer = await author.PostCoverAsync(id, Bad[kind].Make(), "我写的说明", title: "刚写的标题");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ParseAsync(answer);
        page.Problem().ShouldContain(Bad[kind].Says);
        page.QuerySelector("#cover-problem")!.TextContent.ShouldContain(Bad[kind].Says);
        page.QuerySelector("#problems a[href='#cover']").ShouldNotBeNull();
        page.Value("#title").ShouldBe("刚写的标题");
        page.Value("#cover-text").ShouldBe("我写的说明");
        var version = (await stage.WorkAsync(id)).Working!;
        version.Title.ShouldBe("before");
        version.Content.Cover.ShouldBeNull();
    }

    [Fact]
    public async Task Should_refuse_words_without_end()
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.DraftAsync();
        using var author = await stage.SignInAsync();
        var answer = await author.PostCoverAsync(id, Pictures.Jpeg(), new string('长', 121));
        (await Visitor.ParseAsync(answer)).Problem().ShouldContain("最多 120 个字");
        (await stage.WorkAsync(id)).Working!.Content.Cover.ShouldBeNull();
    }

    [Fact]
    public async Task Should_not_hand_out_another_blob_under_the_address_of_a_cover()
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.DraftAsync();
        using var author = await stage.SignInAsync();
        await Tus.AttachAsync(author, stage.Site, id, "a.txt", "secret"u8.ToArray());
        var hash = (await stage.WorkAsync(id)).Working!.Files.Single().Hash;
        foreach (var key in (string[])[hash, new string('0', 64), new string('.', 64), "..%2F" + new string('a', 59)])
            (await author.GetAsync($"/resources/{id}/cover/{key}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
