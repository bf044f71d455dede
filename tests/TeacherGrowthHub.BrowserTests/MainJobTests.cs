using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TeacherGrowthHub.Tests.ResourceBank;
using static Microsoft.Playwright.Assertions;

namespace TeacherGrowthHub.BrowserTests;

/// <summary>The main job from end to end, in a real browser.</summary>
public sealed class MainJobTests(Browser browser)
{
    [Fact]
    public async Task Should_upload_fill_submit_publish_and_find_a_lesson()
    {
        var title = "\u7ed9\u60c5\u7eea\u4e00\u4e2a\u51fa\u53e3" + Guid.NewGuid().ToString("N")[..6];
        var teacher = await browser.VisitAsync(user: "demo-teacher");
        await teacher.GotoAsync("/my/resources/new");
        await teacher.SetInputFilesAsync(
            "[data-files]",
            new FilePayload
            {
                Name = "plan.docx",
                MimeType = "",
                Buffer = Documents.Lesson(title),
            }
        );
        await Expect(teacher).ToHaveURLAsync(new Regex("/my/resources/0"));
        await Expect(teacher.Locator("#title")).ToHaveValueAsync(title);
        await Expect(teacher.Locator("[name='Form.Steps[1].Minutes']")).ToHaveValueAsync("30");
        await teacher.SelectOptionAsync("#form", "psychLesson");
        await teacher.CheckAsync("[name='Form.Stages'][value=J]");
        await teacher.CheckAsync("[name='Form.Areas'][value=D]");
        await teacher.CheckAsync("[name='Form.RightsStated']");
        await Expect(teacher.Locator("[data-saved]")).ToHaveTextAsync("\u5df2\u81ea\u52a8\u4fdd\u5b58");
        await teacher.ReloadAsync();
        await Expect(teacher.Locator("[name='Form.Stages'][value=J]")).ToBeCheckedAsync();
        await teacher.ClickAsync("text=\u63d0\u4ea4\u5ba1\u6838");
        await Expect(teacher).ToHaveURLAsync(new Regex("/my/resources$"));

        var reviewer = await browser.VisitAsync(user: "demo-school");
        await reviewer.GotoAsync("/review");
        await reviewer.ClickAsync($"text={title}");
        await reviewer.ClickAsync("text=\u53d1\u5e03\uff0c\u770b\u4e0b\u4e00\u4efd");
        await Expect(reviewer.Locator(".hub-done")).ToBeVisibleAsync();
        await browser.Site.SettleAsync();

        var guest = await browser.VisitAsync(width: 360);
        await guest.GotoAsync("/search?q=" + Uri.EscapeDataString("\u8bf7\u7528\u4e00\u79cd\u5929\u6c14\u5f62\u5bb9\u5fc3\u60c5"));
        await guest.ClickAsync($"text={title}");
        await Expect(guest.Locator("h1")).ToHaveTextAsync(title);
        await teacher.GotoAsync("/my/notifications");
        await Expect(teacher.Locator("main")).ToContainTextAsync(title);
    }

    [Fact]
    public async Task Should_return_a_submission_with_its_note_beside_the_text()
    {
        var teacher = await browser.VisitAsync(user: "demo-teacher");
        await teacher.GotoAsync("/my/resources/new");
        await teacher.CheckAsync("[name=Kind][value=courseware]");
        await teacher.ClickAsync("main form button[type=submit]");
        var title = "\u60c5\u7eea\u5361\u7247" + Guid.NewGuid().ToString("N")[..6];
        await teacher.FillAsync("#title", title);
        await teacher.CheckAsync("[name='Form.Stages'][value=P2]");
        await teacher.CheckAsync("[name='Form.Areas'][value=D]");
        await teacher.FillAsync("#introduction", "\u6bcf\u7ec4\u4e00\u5957\u3002");
        await teacher.CheckAsync("[name='Form.RightsStated']");
        await teacher.ClickAsync("text=\u63d0\u4ea4\u5ba1\u6838");
        await Expect(teacher).ToHaveURLAsync(new Regex("/my/resources$"));

        var reviewer = await browser.VisitAsync(user: "demo-school");
        await reviewer.GotoAsync("/review");
        await reviewer.ClickAsync($"text={title}");
        await reviewer.ClickAsync("text=\u9000\u56de\u4fee\u6539\uff0c\u770b\u4e0b\u4e00\u4efd");
        await Expect(reviewer.Locator("[role=alert]")).ToBeVisibleAsync();
        await reviewer.FillAsync("#note", "\u8bf7\u9644\u4e0a\u5361\u7247\u6587\u4ef6");
        await reviewer.ClickAsync("text=\u9000\u56de\u4fee\u6539\uff0c\u770b\u4e0b\u4e00\u4efd");
        await Expect(reviewer.Locator(".hub-done")).ToBeVisibleAsync();

        await teacher.GotoAsync("/my/resources");
        await teacher.ClickAsync($"text={title}");
        await Expect(teacher.Locator("#review-note")).ToContainTextAsync("\u8bf7\u9644\u4e0a\u5361\u7247\u6587\u4ef6");
        await Expect(teacher.Locator("#introduction")).ToHaveValueAsync("\u6bcf\u7ec4\u4e00\u5957\u3002");
    }
}
