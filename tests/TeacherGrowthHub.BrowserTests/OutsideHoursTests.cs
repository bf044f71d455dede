using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TeacherGrowthHub.Tests.People.Imports;
using TeacherGrowthHub.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TeacherGrowthHub.BrowserTests;

/// <summary>Hours come in from elsewhere: two officers and a workbook, and a key for another system.</summary>
public sealed class OutsideHoursTests(Browser browser)
{
    private const string Headers = "工号 活动名称 类型 开始日期 学时";

    [Fact]
    public async Task Should_take_a_workbook_in_through_two_officers_and_back_again()
    {
        var cast = new Cast(browser.Site);
        var number = await cast.LoginOfAsync(await cast.TeacherAsync(await cast.SchoolAsync("baoshan/shidian/")));
        var first = await browser.VisitAsync(user: "demo-officer");
        await UploadAsync(first, [number, "省级研修", "网络研修", Yesterday, 6], [number, "工作坊", "工作坊", Yesterday, 99]);
        await Expect(first.Locator("#rows")).ToContainTextAsync("1 天的活动最多登记 12 学时");
        await first.CheckAsync("#skip");
        await first.ClickAsync("text=提交 1 行，请另一位确认");
        await Expect(first.Locator("#second")).ToHaveTextAsync("等另一位管理员确认");
        await Expect(first.Locator("main")).ToContainTextAsync("示例市级学时管理员");

        var second = await browser.VisitAsync(width: 360, user: "demo-city-officer");
        await second.GotoAsync("/my/notifications");
        await second.ClickAsync("text=等您核对确认");
        await second.ClickAsync("text=确认并写入 1 行");
        await SettledAsync(second);
        await Expect(second.Locator("main")).ToContainTextAsync("已写入：新建 1");

        await first.ReloadAsync();
        await first.ClickAsync("summary:has-text('撤销整批导入')");
        await first.FillAsync("#undo-reason", "传错了表");
        await first.ClickAsync("text=撤销这 1 行");
        await SettledAsync(first);
        await Expect(first.Locator("main")).ToContainTextAsync("这次导入已整批撤销");
    }

    [Fact]
    public async Task Should_show_the_secret_of_a_key_once()
    {
        var administrator = await browser.VisitAsync(user: "demo-admin");
        await administrator.GotoAsync("/admin/keys");
        var name = "平台" + Guid.NewGuid().ToString("N")[..6];
        await administrator.FillAsync("#name", name);
        await administrator.SelectOptionAsync("#organization", "baoshan/");
        await administrator.CheckAsync("text=读取学时数据");
        await administrator.ClickAsync("text=生成密钥");
        var secret = await administrator.Locator("#secret").InnerTextAsync();
        secret.ShouldStartWith("hubk_");
        await administrator.GotoAsync("/admin/keys");
        (await administrator.ContentAsync()).ShouldNotContain(secret);
        administrator.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await administrator.ClickAsync($"button[aria-label='撤销{name}']");
        await Expect(administrator.Locator(".hub-done")).ToBeVisibleAsync();
        await Expect(administrator.Locator("li").Filter(new() { HasText = name })).ToContainTextAsync("已撤销");
    }

    private static DateOnly Yesterday => DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1);

    private async Task UploadAsync(IPage page, params object?[][] rows)
    {
        using var book = SampleBook.Of(Headers, rows);
        await page.GotoAsync("/certify");
        await page.ClickAsync("text=批量导入");
        await page.SetInputFilesAsync(
            "#file",
            new FilePayload
            {
                Name = "省级平台.xlsx",
                MimeType = "",
                Buffer = book.ToArray(),
            }
        );
        await page.ClickAsync("text=上传并核对");
        await Expect(page).ToHaveURLAsync(new Regex("/admin/imports/0"));
        await SettledAsync(page);
    }

    private async Task SettledAsync(IPage page)
    {
        await browser.Site.SettleAsync();
        await page.ReloadAsync();
        await Expect(page.Locator("#rows")).ToBeVisibleAsync();
    }
}
