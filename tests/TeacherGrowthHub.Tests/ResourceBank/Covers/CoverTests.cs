using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NetVips;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.ResourceBank.Covers;

public sealed class CoverTests
{
    private const string Words = Pictures.Words;

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_show_the_picture_on_page_card_and_row_and_the_drawing_again_after_its_removal(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var title = "封面课" + Guid.NewGuid().ToString("N")[..8];
        var id = await stage.DraftAsync(title);
        using var author = await stage.SignInAsync();
        (await author.PostCoverAsync(id, Pictures.Jpeg(), Words, title: title)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await PublishAsync(stage, id);
        using var guest = new Visitor(stage.Site);
        var picture = (await guest.PageAsync("/resources/" + id)).QuerySelector("article img.hub-cover")!;
        picture.GetAttribute("alt").ShouldBe(Words);
        var answer = await guest.GetAsync(picture.GetAttribute("src")!);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/webp");
        answer.Headers.CacheControl!.Public.ShouldBeTrue();
        var row = (await guest.PageAsync("/search?q=" + title)).QuerySelector("article.hub-hit")!;
        row.QuerySelector("img.hub-cover")!.GetAttribute("src").ShouldBe($"/resources/{id}/cover/{await SmallAsync(stage, id)}");

        await stage.AsAuthorAsync(drafts => drafts.ReviseAsync(id, stage.Author));
        (await author.PostCoverAsync(id, null, handler: "RemoveCover", title: title)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await guest.PageAsync("/resources/" + id))
            .QuerySelector("article img.hub-cover")
            .ShouldNotBeNull("the new version is not reviewed yet");
        await PublishAsync(stage, id);
        (await guest.PageAsync("/resources/" + id)).QuerySelector("article img.hub-cover").ShouldBeNull();
        (await guest.PageAsync("/search?q=" + title)).QuerySelector("article.hub-hit svg.hub-cover").ShouldNotBeNull();
        (await guest.GetAsync(picture.GetAttribute("src")!)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(900, 900, 900, 562)]
    [InlineData(4000, 1000, 1280, 800)]
    [InlineData(1000, 4000, 1000, 625)]
    public async Task Should_cut_to_sixteen_by_ten_without_any_metadata(int width, int height, int largeWidth, int largeHeight)
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.DraftAsync();
        var original = Pictures.Jpeg(width, height);
        Pictures.TellsItsPhotographer(original).ShouldBeTrue();
        await stage.SetCoverAsync(id, original);
        var cover = (await stage.WorkAsync(id)).Working!.Content.Cover!;
        foreach (var (hash, wide, high) in ((string, int, int)[])[(cover.Large, largeWidth, largeHeight), (cover.Small, 480, 300)])
        {
            var bytes = await stage.BytesAsync(hash);
            Pictures.TellsItsPhotographer(bytes).ShouldBeFalse();
            using var image = Image.NewFromBuffer(bytes);
            (image.Width, image.Height).ShouldBe((wide, high));
        }
    }

    [Fact]
    public async Task Should_keep_the_picture_when_the_form_saves_itself_and_take_new_words()
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.DraftAsync();
        using var author = await stage.SignInAsync();
        await author.PostCoverAsync(id, Pictures.Photo().PngsaveBuffer(), Words);
        var before = (await stage.WorkAsync(id)).Working!.Content.Cover!;
        (await author.PostCoverAsync(id, null, "窗边的云", "Autosave")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await stage.WorkAsync(id)).Working!.Content.Cover.ShouldBe(before with { Text = "窗边的云" });
        (await author.PostAsync(id, WorkPage.Fields("没有说明的表单"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await stage.WorkAsync(id)).Working!.Content.Cover.ShouldBe(before with { Text = "窗边的云" });
    }

    [Fact]
    public async Task Should_find_a_name_of_a_school_in_the_words_about_the_cover_of_a_case()
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var other = await stage.DraftAsync();
        await stage.SetCoverAsync(other, Pictures.Photo().WebpsaveBuffer());
        var cover = (await stage.WorkAsync(other)).Working!.Content.Cover! with { Text = "手机 13912345678 的照片" };
        var id = await stage.DraftAsync("说明里的电话", WorkKind.Case, Stage.CompleteCase("说明里的电话") with { Cover = cover });
        var refusal = await Should.ThrowAsync<RefusedException>(() => stage.AsAuthorAsync(drafts => drafts.SubmitAsync(id, stage.Author)));
        refusal.Message.ShouldContain("13912345678");
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_go_into_the_backup_and_into_the_owners_download(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var id = await stage.DraftAsync();
        await stage.SetCoverAsync(id, Pictures.Photo().WebpsaveBuffer());
        var cover = (await stage.WorkAsync(id)).Working!.Content.Cover!;
        var needed = await stage.Site.InScopeAsync(services =>
            services
                .GetServices<IBlobReferences>()
                .Single(references => references is TeacherGrowthHub.ResourceBank.Data.WorkBlobs)
                .In(services.GetRequiredService<HubDbContext>())
                .ToListAsync()
        );
        needed.ShouldContain(cover.Large);
        needed.ShouldContain(cover.Small);
        using var author = await stage.SignInAsync();
        var answer = await author.SubmitAsync("/my/privacy", [], "Download");
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        var entry = zip.Entries.Single(e => e.FullName.EndsWith("/1/cover.webp", StringComparison.Ordinal));
        entry.Length.ShouldBe((await stage.BytesAsync(cover.Large)).Length);
    }

    private static async Task PublishAsync(Stage stage, string id)
    {
        await stage.AsAuthorAsync(drafts => drafts.SubmitAsync(id, stage.Author));
        await stage.AsReviewerAsync(reviews => reviews.PublishAsync(id, true, stage.Reviewer));
        await stage.Site.SettleAsync();
    }

    private static async Task<string> SmallAsync(Stage stage, string id) => (await stage.WorkAsync(id)).Published!.CoverSmall!;
}
