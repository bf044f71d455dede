using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TeacherGrowthHub.Tests.People;
using TeacherGrowthHub.Tests.People.Imports;
using static Microsoft.Playwright.Assertions;

namespace TeacherGrowthHub.BrowserTests;

/// <summary>A school's administrator takes in its teachers; one of them comes, and the trail tells it all.</summary>
public sealed class AdministrationTests(Browser browser)
{
    private const int Teachers = 300;
    private const int Bad = 12;
    private const string Outcomes = "#rows nav[aria-label=按结果筛选]";
    private const string Password = "lantern-quiet-river-58";
    private readonly string _tag = "w" + Guid.NewGuid().ToString("N")[..6];

    [Fact]
    public async Task Should_take_in_teachers_from_a_workbook_until_the_audit_trail_tells_the_story()
    {
        var school = await browser.VisitAsync(user: "demo-school");
        await UploadAsync(school, isCorrected: false);
        await Expect(school.Locator(Outcomes)).ToContainTextAsync($"被拒绝 {Bad}");
        await school.ClickAsync(Outcomes + " a:has-text('被拒绝')");
        await Expect(school.Locator("#rows tbody tr")).ToHaveCountAsync(Bad);
        await Expect(school.Locator("#rows tbody tr").First).ToContainTextAsync("手机号应为 11 位数字");
        var errors = await school.RunAndWaitForDownloadAsync(() => school.ClickAsync("#rows a:has-text('下载被拒绝的')"));
        errors.SuggestedFilename.ShouldEndWith(".xlsx");
        await school.ClickAsync("text=取消导入");

        await UploadAsync(school, isCorrected: true);
        await school.ClickAsync($"text=写入 {Teachers} 行");
        await browser.Site.SettleAsync();
        await school.ReloadAsync();
        await Expect(school.Locator("main")).ToContainTextAsync($"已写入：新建 {Teachers}");

        var code = await CodeAsync(school, _tag + "000");
        var teacher = await ActivateAsync(_tag + "000", code);
        await AskForCorrectionAsync(teacher);
        await school.GotoAsync("/admin/corrections");
        await school.ClickAsync("text=核对无误，更正赵000的资料");
        await Expect(school.Locator(".hub-done")).ToBeVisibleAsync();
        await teacher.GotoAsync("/my/correction");
        await Expect(teacher.Locator("main")).ToContainTextAsync("以前的申请");

        await ExpectLinesAsync(school, $"person={_tag}000", "开通了账号", "两步验证", "申请更正资料");
        await ExpectLinesAsync(school, "kind=ImportBatch", "取消了批量导入", "确认了批量导入", "完成了批量导入");
        await ExpectLinesAsync(school, "kind=CorrectionRequest", "确认了更正申请");
    }

    private static async Task ExpectLinesAsync(IPage page, string filter, params string[] told)
    {
        await page.GotoAsync("/admin/audit?" + filter);
        foreach (var words in told)
            await Expect(page.Locator("main tbody")).ToContainTextAsync(words);
    }

    // Twelve mobile numbers lack a digit until they are corrected.
    private async Task UploadAsync(IPage page, bool isCorrected)
    {
        var day = new DateOnly(2025, 9, 1);
        var rows = Enumerable
            .Range(0, Teachers)
            .Select(i =>
                (object?[])[$"{_tag}{i:000}", $"赵{i:000}", "隆阳区云岫中学", day, Mobile(i, isCorrected || i < Teachers - Bad), "是"]
            )
            .ToArray();
        using var book = SampleBook.Of("工号 姓名 学校 到校日期 手机号 开通账号", rows);
        await page.GotoAsync("/admin/imports");
        await page.CheckAsync("#kind-teachers");
        await page.SetInputFilesAsync(
            "#file",
            new FilePayload
            {
                Name = "teachers.xlsx",
                MimeType = "",
                Buffer = book.ToArray(),
            }
        );
        await page.ClickAsync("text=上传并核对");
        await Expect(page).ToHaveURLAsync(new Regex("/admin/imports/0"));
        await browser.Site.SettleAsync();
        await page.ReloadAsync();
        await Expect(page.Locator("#rows")).ToBeVisibleAsync();
    }

    private string Mobile(int i, bool isWhole) =>
        $"13{Math.Abs(_tag.GetHashCode(StringComparison.Ordinal)) % 1_000_000:000000}{i:000}"[..(isWhole ? 11 : 10)];

    private static async Task<string> CodeAsync(IPage school, string number)
    {
        await school.ClickAsync("text=打印新开通的");
        await school.ClickAsync("main form button:has-text('生成代码')");
        var slip = school.Locator(".hub-slips li").Filter(new() { HasText = number });
        return await slip.Locator("dd.fs-3").InnerTextAsync();
    }

    private async Task<IPage> ActivateAsync(string number, string code)
    {
        var phone = await browser.VisitAsync(width: 360);
        await phone.GotoAsync("/account/activate");
        await phone.FillAsync("#login", number);
        await phone.FillAsync("#code", code);
        await phone.FillAsync("#password", Password);
        await phone.FillAsync("#repeat", Password);
        await phone.CheckAsync("[name=Agree]");
        await phone.ClickAsync("main form button[type=submit]");
        await Expect(phone).ToHaveURLAsync(new Regex("/my$"));
        await phone.GotoAsync("/my/security/app");
        await phone.FillAsync("#code", Totp.Now(await phone.Locator("#key").InnerTextAsync()));
        await phone.ClickAsync("main form button:has-text('绑定')");
        await Expect(phone.Locator("#recovery li").First).ToBeVisibleAsync();
        return phone;
    }

    private static async Task AskForCorrectionAsync(IPage teacher)
    {
        await teacher.GotoAsync("/my/correction");
        await teacher.FillAsync("#subject", "心理健康教育");
        await teacher.ClickAsync("text=提交给学校确认");
        await Expect(teacher.Locator("main")).ToContainTextAsync("等待学校确认");
    }
}
