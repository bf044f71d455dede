using Microsoft.Playwright;
using TeacherGrowthHub.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TeacherGrowthHub.BrowserTests;

/// <summary>The officer works through the queue with the claim beside it, without leaving it and without a mouse.</summary>
public sealed class ClaimQueueTests(Browser browser)
{
    [Fact]
    public async Task Should_show_each_claim_beside_the_queue_and_stay_there()
    {
        var cast = new Cast(browser.Site);
        var school = await cast.SchoolAsync("baoshan/shidian/");
        var teacher = await cast.TeacherAsync(school);
        foreach (var (title, day) in new[] { ("第一项", 11), ("第二项", 12), ("第三项", 13) })
            await WaitingClaims.AddAsync(browser.Site, teacher, school.Path, title, new DateOnly(WaitingClaims.Year, 10, day), 300);
        var officer = await browser.VisitAsync(user: "demo-officer");
        var queue = "/certify?organization=" + Uri.EscapeDataString(school.Path);
        await officer.GotoAsync(queue);
        var panel = officer.Locator("[data-panel]");
        await Expect(panel).ToContainTextAsync("第一项");

        await officer.Keyboard.PressAsync("j");
        await Expect(panel).ToContainTextAsync("第二项");
        await officer.Keyboard.PressAsync("r");
        await Expect(panel.Locator("#reason")).ToBeFocusedAsync();
        await panel.Locator("#reason").FillAsync("请补签到表");
        await panel.GetByRole(AriaRole.Button, new() { Name = "退回" }).ClickAsync();
        await Expect(officer.Locator(".hub-done")).ToContainTextAsync("已退回");
        officer.Url.ShouldEndWith(queue);

        await Expect(panel).ToContainTextAsync("第一项");
        await officer.Keyboard.PressAsync("a");
        await Expect(officer.Locator(".hub-done")).ToContainTextAsync("已认定 3 学时");
        await Expect(panel).ToContainTextAsync("第三项");
        await Expect(officer.Locator("[data-claims] tbody tr")).ToHaveCountAsync(1);
    }
}
