using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Tests.ResourceBank;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.House;

public sealed class PageCacheTests
{
    [Theory]
    [InlineData("/help")]
    [InlineData("/resources?kind=lesson")]
    [InlineData("/search?q=cache")]
    public async Task Should_keep_guests_pages_without_cookie_or_token(string path)
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        using var guest = new Visitor(site);
        await guest.GetAsync(path);
        var again = await guest.GetAsync(path);
        again.Headers.Age.ShouldNotBeNull();
        again.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await again.Content.ReadAsStringAsync()).ShouldNotContain("__RequestVerificationToken");
    }

    [Fact]
    public async Task Should_never_serve_a_kept_page_to_somebody_signed_in()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        using var guest = new Visitor(site);
        await guest.GetAsync("/help/privacy");
        using var teacher = await Visitor.SignedInAsync(site, "demo-peer");
        var page = await teacher.GetAsync("/help/privacy");
        page.Headers.Age.ShouldBeNull();
        (await page.Content.ReadAsStringAsync()).ShouldContain("/account/signout");
    }

    [Fact]
    public async Task Should_show_a_new_work_at_once()
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        using var guest = new Visitor(stage.Site);
        var title = "新作" + Guid.NewGuid().ToString("N")[..8];
        var path = "/resources?sort=Newest&kind=lesson";
        await guest.GetAsync(path);
        await stage.PublishedAsync(title);
        await stage.Site.SettleAsync();
        (await (await guest.GetAsync(path)).Content.ReadAsStringAsync()).ShouldContain(title);
    }
}
