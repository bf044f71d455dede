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
        var title = "给情绪一个出口" + Guid.NewGuid().ToString("N")[..6];
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
        await Expect(teacher.Locator("[data-saved]")).ToHaveTextAsync("已自动保存");
        await teacher.ReloadAsync();
        await Expect(teacher.Locator("[name='Form.Stages'][value=J]")).ToBeCheckedAsync();
        await teacher.ClickAsync("text=提交审核");
        await Expect(teacher).ToHaveURLAsync(new Regex("/my/resources$"));

        var reviewer = await browser.VisitAsync(user: "demo-school");
        await reviewer.GotoAsync("/review");
        await reviewer.ClickAsync($"text={title}");
        await reviewer.ClickAsync("text=发布，看下一份");
        await Expect(reviewer.Locator(".hub-done")).ToBeVisibleAsync();
        await browser.Site.SettleAsync();

        var guest = await browser.VisitAsync(width: 360);
        await guest.GotoAsync("/search?q=" + Uri.EscapeDataString("请用一种天气形容心情"));
        await guest.ClickAsync($"text={title}");
        await Expect(guest.Locator("h1")).ToHaveTextAsync(title);
        await teacher.GotoAsync("/my/notifications");
        await Expect(teacher.Locator("main")).ToContainTextAsync(title);
    }

    [Fact]
    public async Task Should_return_a_submission_with_its_note_beside_the_text()
    {
        var teacher = await browser.VisitAsync(user: "demo-teacher");
        var title = await Browser.SubmitCoursewareAsync(teacher);

        var reviewer = await browser.VisitAsync(user: "demo-school");
        await reviewer.GotoAsync("/review");
        await reviewer.ClickAsync($"text={title}");
        await reviewer.ClickAsync("text=退回修改，看下一份");
        await Expect(reviewer.Locator("[role=alert]")).ToBeVisibleAsync();
        await reviewer.FillAsync("#note", "请附上卡片文件");
        await reviewer.ClickAsync("text=退回修改，看下一份");
        await Expect(reviewer.Locator(".hub-done")).ToBeVisibleAsync();

        await teacher.GotoAsync("/my/resources");
        await teacher.ClickAsync($"text={title}");
        await Expect(teacher.Locator("#review-note")).ToContainTextAsync("请附上卡片文件");
        await Expect(teacher.Locator("#introduction")).ToHaveValueAsync("每组一套。");
    }
}
