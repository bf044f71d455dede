using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Notifications;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Tests.ResourceBank;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.Kernel;

public sealed class NotificationTests
{
    private const string Page = "/my/notifications";

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_tell_the_author_of_every_decision(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var id = await stage.SubmittedAsync("通知课");
        await stage.AsReviewerAsync(reviews => reviews.ReturnAsync(id, "请补时间", stage.Reviewer));
        await stage.AsAuthorAsync(drafts => drafts.SubmitAsync(id, stage.Author));
        await stage.AsReviewerAsync(reviews => reviews.PublishAsync(id, false, stage.Reviewer));
        await stage.AsReviewerAsync(reviews => reviews.TakeDownAsync(id, "版权不明", stage.Reviewer));
        using var author = await SignInAsync(stage, stage.Author);
        var links = (await author.PageAsync(Page)).QuerySelectorAll("main .hub-list a");
        links
            .Select(link => link.TextContent)
            .ShouldBe(
                ["您的资源《通知课》需要修改：请补时间", "您的资源《通知课》已发布", "您的资源《通知课》已下架：版权不明"],
                ignoreOrder: true
            );
        links.Select(link => link.GetAttribute("href")).Distinct().ShouldBe([$"/my/resources/{id}", $"/resources/{id}"], ignoreOrder: true);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_tell_the_nearest_reviewers_once_and_nobody_else(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var id = await stage.SubmittedAsync("待审课");
        await stage.Site.SettleAsync();
        await stage.Site.SettleAsync();
        var told = await NotesAsync(stage.Site, "/review/" + id);
        told.Select(note => note.AccountId).ShouldBe([stage.Reviewer.AccountId!]);
        told[0].Arguments.ShouldBe(["待审课", stage.School.Name]);
        using var author = await SignInAsync(stage, stage.Author);
        (await author.PageAsync(Page)).QuerySelector("main")!.TextContent.ShouldNotContain("待审课");
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_show_a_dot_until_all_is_read(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        using var author = await SignInAsync(stage, stage.Author);
        using var reviewer = await SignInAsync(stage, stage.Reviewer);
        await SendAsync(stage, stage.Author);
        await SendAsync(stage, stage.Reviewer);
        (await HasDotAsync(author)).ShouldBeTrue();
        (await author.PageAsync(Page)).QuerySelectorAll("main .hub-list .is-dawn").Length.ShouldBe(1);
        await author.SubmitAsync(Page, []);
        (await HasDotAsync(author)).ShouldBeFalse();
        (await author.PageAsync(Page)).QuerySelectorAll("main .hub-list .is-dawn").ShouldBeEmpty();
        (await HasDotAsync(reviewer)).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_encode_what_it_shows_and_ask_guests_to_sign_in()
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        await SendAsync(stage, stage.Author, "<script>alert(1)</script>{0}");
        using var author = await SignInAsync(stage, stage.Author);
        var main = (await author.PageAsync(Page)).QuerySelector("main")!;
        main.QuerySelectorAll("script").ShouldBeEmpty();
        main.TextContent.ShouldContain("<script>alert(1)</script>{0}");
        using var guest = new Visitor(stage.Site);
        (await guest.GetAsync(Page)).Headers.Location!.ToString().ShouldContain("/account/signin");
    }

    private static async Task<Visitor> SignInAsync(Stage stage, HubUser user) =>
        await Visitor.SignedInAsync(stage.Site, await new Cast(stage.Site).LoginOfAsync(user));

    private static async Task<bool> HasDotAsync(Visitor visitor) =>
        (await visitor.PageAsync("/my")).QuerySelector("header a[href='/my/notifications'][data-n]") is not null;

    private static Task SendAsync(Stage stage, HubUser user, string title = "标题") =>
        stage.Site.InScopeAsync(async services =>
        {
            services.GetRequiredService<NotificationSender>().Send(user.AccountId!, "/my/resources", "您的资源《{0}》已发布", title);
            await services.GetRequiredService<HubDbContext>().SaveChangesAsync();
        });

    private static Task<List<Notification>> NotesAsync(TestSite site, string link) =>
        site.InScopeAsync(services =>
            services.GetRequiredService<HubDbContext>().Set<Notification>().AsNoTracking().Where(note => note.Link == link).ToListAsync()
        );
}
