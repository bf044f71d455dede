using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using static Microsoft.Playwright.Assertions;

namespace TeacherGrowthHub.BrowserTests;

/// <summary>Claims are certified in bulk, the teacher sees the rings, and a certificate is issued, scanned, verified and revoked.</summary>
public sealed class CertificateTests(Browser browser)
{
    private const int Year = WaitingClaims.Year;

    [Fact]
    public async Task Should_go_from_claims_to_a_certificate_that_a_scanner_reads_until_it_is_revoked()
    {
        TestData.Program("zbarimg");
        TestData.Program("pdftoppm");
        var cast = new Cast(browser.Site);
        var school = await cast.SchoolAsync();
        var teacher = await cast.TeacherAsync(school);
        var number = await cast.LoginOfAsync(teacher);
        await GiveDutiesAsync(teacher);
        var (first, second) = (new DateOnly(Year, 10, 18), new DateOnly(Year, 10, 25));
        await WaitingClaims.AddAsync(browser.Site, teacher, school.Path, "危机识别研修", first, 600);
        await WaitingClaims.AddAsync(browser.Site, teacher, school.Path, "团体辅导工作坊", second, 200);
        await WaitingClaims.AddAsync(browser.Site, teacher, school.Path, "危机识别研修（补交）", first, 600);
        var bureau = await browser.Site.InScopeAsync(services =>
            services.GetRequiredService<HubDbContext>().Set<Organization>().SingleAsync(row => row.Path == "baoshan/longyang/")
        );
        var county = await cast.TeacherAsync(bureau, "TrainingOfficer");
        var officer = await browser.VisitAsync(user: await cast.LoginOfAsync(county));

        await CertifyAsync(officer, school.Path);
        await SeeRingsAsync(await browser.VisitAsync(width: 360, user: number));
        var paper = await IssueAsync(officer, number);
        var guest = await browser.VisitAsync(width: 360);
        await guest.GotoAsync(await ScannedAsync(paper));
        await Expect(guest.Locator("main")).ToContainTextAsync("这张证明真实有效");
        await Expect(guest.Locator("main")).ToContainTextAsync("团体辅导工作坊");
        await RevokeAsync(officer);
        await guest.ReloadAsync();
        await Expect(guest.Locator("main")).ToContainTextAsync("作废，不再有效");
        await Expect(guest.Locator("main")).Not.ToContainTextAsync("名单有误");
    }

    // The duplicate stands out in the queue and is left out of the act.
    private static async Task CertifyAsync(IPage officer, string path)
    {
        await officer.GotoAsync("/certify?organization=" + Uri.EscapeDataString(path));
        await Expect(officer.Locator("tr", new() { HasText = "补交" })).ToContainTextAsync("疑似重复");
        await officer.CheckAsync("[data-all]");
        await officer.ClickAsync("button:has-text('批量认定')");
        await Expect(officer.Locator("main")).ToContainTextAsync("同一活动已经认定过");
        await officer.ClickAsync("text=认定这 2 条");
        await Expect(officer.Locator("main")).ToContainTextAsync("已认定 2 条，共 8 学时");
    }

    private static async Task SeeRingsAsync(IPage phone)
    {
        await phone.GotoAsync($"/my/hours?year={Year}");
        await Expect(phone.GetByLabel("班主任：已认定8学时")).ToBeVisibleAsync();
        await Expect(phone.GetByLabel("学科教师：已达标，8学时，共需5学时")).ToBeVisibleAsync();
        await Expect(phone.Locator("main")).ToContainTextAsync("心理健康");
    }

    /// <returns>The downloaded paper.</returns>
    private static async Task<byte[]> IssueAsync(IPage officer, string number)
    {
        await officer.GotoAsync($"/certificates/issue?number={number}&year={Year}");
        await officer.ClickAsync("text=开具学年证明");
        await Expect(officer.Locator(".hub-done")).ToContainTextAsync("已开具 XS-");
        var link = await officer.Locator("text=下载PDF").GetAttributeAsync("href");
        return await (await officer.Context.APIRequest.GetAsync(new Uri(new Uri(officer.Url), link).ToString())).BodyAsync();
    }

    private static async Task RevokeAsync(IPage officer)
    {
        officer.Dialog += (_, dialog) => dialog.AcceptAsync();
        await officer.FillAsync("#Reason", "名单有误");
        await officer.ClickAsync("button:has-text('作废')");
        await Expect(officer.Locator(".hub-done")).ToContainTextAsync("证明已作废");
    }

    private static async Task<string> ScannedAsync(byte[] paper)
    {
        var folder = Directory.CreateTempSubdirectory("hub-scan-").FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "paper.pdf"), paper);
        await RunAsync(folder, "pdftoppm", "-r", "150", "-png", "paper.pdf", "page");
        return (await RunAsync(folder, "zbarimg", "-q", "--raw", "page-1.png")).Trim();
    }

    private static async Task<string> RunAsync(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, program);
        return output;
    }

    private async Task GiveDutiesAsync(HubUser teacher)
    {
        foreach (var duty in new[] { DutyKind.ClassTeacher, DutyKind.SubjectTeacher })
            await browser.Site.InScopeAsync(services =>
                services
                    .GetRequiredService<TeacherDuties>()
                    .AddAsync(teacher.TeacherId!, new DutyProfile(duty, new DateOnly(Year, 9, 1), ClassName: "测试班"), HubUser.System)
            );
        await browser.Site.SettleAsync();
    }
}
