using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Services.Trainings;
using static Microsoft.Playwright.Assertions;

namespace TeacherGrowthHub.BrowserTests;

/// <summary>A county officer plans a training, thirty teachers sign up, two check in by phone, one leaves early, and hours are registered.</summary>
public sealed class TrainingTests(Browser browser)
{
    private const int ByService = 28;
    private readonly string _title = "危机识别与转介" + Guid.NewGuid().ToString("N")[..6];

    [Fact]
    public async Task Should_go_from_the_plan_to_registered_hours()
    {
        var officer = await browser.VisitAsync(user: "demo-officer");
        var id = await PlanAsync(officer);
        var session = await ReadAsync(database =>
            database.Set<TrainingSession>().Where(row => row.TrainingId == id).Select(row => row.Id).SingleAsync()
        );
        var phones = new List<IPage>();
        foreach (var user in new[] { "demo-teacher", "demo-peer" })
            phones.Add(await SignUpAsync(id, user));
        await SignUpByServiceAsync(id);
        await Expect(await ReloadedAsync(officer, $"/trainings/{id}")).ToContainTextAsync("已报名30人");

        await MoveAsync(id, startsIn: 10);
        await officer.GotoAsync($"/trainings/manage/{id}/screen/{session}?act=in");
        foreach (var phone in phones)
            await CheckInAsync(phone, session, await officer.Locator(".hub-screencode").InnerTextAsync());
        await Expect(await ReloadedAsync(officer, $"/trainings/manage/{id}/screen/{session}?act=in")).ToContainTextAsync("2 / 30人");

        await MoveAsync(id, startsIn: -200);
        await TickAsync(officer, id, session);
        await officer.GotoAsync($"/trainings/manage/{id}/close");
        await Expect(officer.Locator("main")).ToContainTextAsync("出勤不足，不计学时");
        officer.Dialog += (_, dialog) => dialog.AcceptAsync();
        await officer.ClickAsync("text=结束培训，登记29人的学时");
        await Expect(officer.Locator(".hub-done")).ToContainTextAsync("登记了29人的学时");
        (await ReadAsync(database => database.Set<Claim>().CountAsync(claim => claim.TrainingId == id))).ShouldBe(29);
        await Expect(await ReloadedAsync(phones[1], "/my/notifications")).ToContainTextAsync("您的学时已登记");
    }

    private async Task<string> PlanAsync(IPage officer)
    {
        await officer.GotoAsync("/trainings/manage/new");
        await officer.FillAsync("#title", _title);
        await officer.SelectOptionAsync("#kind", "face-to-face");
        await officer.SelectOptionAsync("#level", "County");
        await officer.FillAsync("#topic0", "看见信号");
        await officer.FillAsync(
            "#day0",
            SchoolCalendar.DayOf(DateTime.UtcNow).AddDays(9).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        );
        await officer.FillAsync("#from0", "09:00");
        await officer.FillAsync("#to0", "12:00");
        await officer.FillAsync("#hours0", "3");
        // More rows come without a script and lose nothing.
        await officer.ClickAsync("text=再加两场");
        await Expect(officer.Locator("#topic0")).ToHaveValueAsync("看见信号");
        await Expect(officer.Locator("#topic3")).ToBeVisibleAsync();
        await officer.CheckAsync("[name='Form.Audience'][value='baoshan/']");
        await officer.FillAsync("#capacity", "64");
        await officer.ClickAsync("text=保存草稿");
        await Expect(officer).ToHaveURLAsync(new Regex("/trainings/manage/[0-9a-z]{26}$"));
        await officer.ClickAsync("text=公布，开始报名");
        await Expect(officer.Locator(".hub-done")).ToContainTextAsync("已公布");
        return officer.Url.Split('/')[^1];
    }

    private async Task<IPage> SignUpAsync(string id, string user)
    {
        var phone = await browser.VisitAsync(width: 360, user: user);
        await phone.GotoAsync($"/trainings/{id}");
        await phone.ClickAsync("text=报名，3学时");
        await Expect(phone.Locator("#tk")).ToHaveTextAsync("我的签到码");
        return phone;
    }

    private async Task SignUpByServiceAsync(string id)
    {
        var cast = new Cast(browser.Site);
        var school = await cast.SchoolAsync();
        for (var i = 0; i < ByService; i++)
        {
            var teacher = await cast.TeacherAsync(school);
            await browser.Site.InScopeAsync(services =>
                services.GetRequiredService<SignUps>().SignUpAsync(id, isConflictAccepted: false, teacher)
            );
        }
    }

    private static async Task CheckInAsync(IPage phone, string session, string code)
    {
        await phone.GotoAsync($"/trainings/checkin/{session}");
        await phone.FillAsync("#code", "12345");
        await phone.ClickAsync("text=下一步");
        await Expect(phone.Locator("#problems")).ToContainTextAsync("签到码不对，或已经过期");
        await phone.FillAsync("#code", code);
        await phone.ClickAsync("text=下一步");
        await phone.ClickAsync("text=我到了，签到");
        await Expect(phone.Locator(".hub-done")).ToContainTextAsync("已签到");
    }

    // Everybody was there to the end but the first, who left after an hour.
    private static async Task TickAsync(IPage officer, string id, string session)
    {
        await officer.GotoAsync($"/trainings/manage/{id}/roster/{session}");
        foreach (var box in await officer.Locator("input[name=Here]").AllAsync())
            await box.CheckAsync();
        foreach (var box in await officer.Locator("input[name=Out]").AllAsync())
            await box.CheckAsync();
        var left = SchoolCalendar.Local(DateTime.UtcNow.AddMinutes(-140));
        await officer.Locator("tr", new() { HasText = "示例教师甲" }).Locator("input[type=time]").FillAsync($"{left:HH:mm}");
        await officer.ClickAsync("text=保存名单");
        await Expect(officer.Locator("main")).ToContainTextAsync("签到30人，签退30人");
    }

    // The clock cannot be turned, the training can.
    private Task MoveAsync(string id, int startsIn) =>
        ReadAsync(async database =>
        {
            var training = await database.Set<Training>().Include(row => row.Sessions).SingleAsync(row => row.Id == id);
            var session = training.Sessions.Single();
            var before = session.Start;
            (session.Start, session.End) = (DateTime.UtcNow.AddMinutes(startsIn), DateTime.UtcNow.AddMinutes(startsIn + 180));
            training.Replan();
            foreach (var row in await database.Set<Attendance>().Where(row => row.SessionId == session.Id).ToListAsync())
                row.CheckedInAt += session.Start - before;
            return await database.SaveChangesAsync();
        });

    private static async Task<ILocator> ReloadedAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        return page.Locator("main");
    }

    private Task<T> ReadAsync<T>(Func<HubDbContext, Task<T>> read) =>
        browser.Site.InScopeAsync(services => read(services.GetRequiredService<HubDbContext>()));
}
