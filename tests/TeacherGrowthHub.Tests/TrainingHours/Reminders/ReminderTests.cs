using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Notifications;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.Tests.TrainingHours.Figures;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Reminders;
using TeacherGrowthHub.TrainingHours.Services.Reminders;

namespace TeacherGrowthHub.Tests.TrainingHours.Reminders;

public sealed class ReminderTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_send_one_digest_a_date_however_often_and_on_however_many_nodes_it_runs(DatabaseProvider provider)
    {
        using var server = new SmtpServer();
        await using var site = await TestSite.StartAsync(provider, settings: server.Settings);
        var stage = await StageAsync(site);
        var year = (await stage.PresentYearAsync()).Year.Id;
        var teacher = await stage.PersonAsync(
            [(DutyKind.Backbone, 28.5m, StandingState.Missing), (DutyKind.ClassTeacher, 8, StandingState.Missing)],
            year: year
        );
        await site.ChangeAccountAsync(teacher, account => (account.Email, account.EmailConfirmed) = ("zhou@example.org", true));
        await SetAsync(site, new ReminderSettings { Dates = [await DateAsync(site, 0)] });
        await Task.WhenAll(RunAsync(site), RunAsync(site));
        await RunAsync(site);
        var note = (await NotesAsync(site, teacher)).ShouldHaveSingleItem();
        note.Arguments[0].ShouldBe("骨干教师差11.5学时、班主任差2学时");
        var digest = (await NotesAsync(site, stage.Officer)).ShouldHaveSingleItem();
        digest.Arguments[1..].ShouldBe(["1", "1"]);
        digest.Link.ShouldStartWith("/figures/missing?at=");
        await site.SettleAsync();
        (await server.NextAsync()).TextBody!.ShouldContain("骨干教师差11.5学时、班主任差2学时");
        server.Waiting.ShouldBe(0);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_finish_a_round_that_was_broken_off_without_telling_anybody_twice(DatabaseProvider provider)
    {
        await using var site = await TestSite.StartAsync(provider);
        var stage = await StageAsync(site);
        var (year, today) = await stage.PresentYearAsync();
        var told = await stage.PersonAsync([(DutyKind.ClassTeacher, 8, StandingState.Missing)], year: year.Id);
        var untold = await stage.PersonAsync([(DutyKind.ClassTeacher, 8, StandingState.Missing)], year: year.Id);
        var settings = new ReminderSettings { Dates = [await DateAsync(site, 0)] };
        await site.InScopeAsync(services =>
            services.GetRequiredService<HourReminders>().SendAsync(ReminderOccasion.Date, today, year, [told.TeacherId!], settings)
        );
        await SetAsync(site, settings);
        await RunAsync(site);
        (await NotesAsync(site, told)).ShouldHaveSingleItem();
        (await NotesAsync(site, untold)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Should_remind_only_of_the_chosen_duties_and_only_on_its_dates()
    {
        await using var site = await TestSite.StartAsync(DatabaseProvider.Sqlite);
        var stage = await StageAsync(site);
        var year = (await stage.PresentYearAsync()).Year.Id;
        var both = await stage.PersonAsync(
            [(DutyKind.Backbone, 28.5m, StandingState.Missing), (DutyKind.ClassTeacher, 8, StandingState.Missing)],
            year: year
        );
        var other = await stage.PersonAsync([(DutyKind.Backbone, 1, StandingState.Missing)], year: year);
        await SetAsync(site, new ReminderSettings { Dates = [await DateAsync(site, 1), await DateAsync(site, -4)] });
        await RunAsync(site);
        (await NotesAsync(site, both)).ShouldBeEmpty();
        await SetAsync(site, new ReminderSettings { Dates = [await DateAsync(site, -3)], Duties = [DutyKind.ClassTeacher] });
        await RunAsync(site);
        (await NotesAsync(site, both)).ShouldHaveSingleItem().Arguments[0].ShouldBe("班主任差2学时");
        (await NotesAsync(site, other)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_let_a_robot_say_how_many_and_never_who()
    {
        await using var site = await TestSite.StartAsync(DatabaseProvider.Sqlite);
        var stage = await StageAsync(site);
        var year = (await stage.PresentYearAsync()).Year.Id;
        var teacher = await stage.PersonAsync([(DutyKind.ClassTeacher, 8, StandingState.Missing)], year: year);
        await SetAsync(
            site,
            new GroupRobotSettings
            {
                Robots =
                [
                    new GroupRobot
                    {
                        Id = "r",
                        Url = "https://qyapi.weixin.qq.com/x",
                        Path = stage.County.Path,
                    },
                ],
            }
        );
        await SetAsync(
            site,
            new ReminderSettings
            {
                Dates = [await DateAsync(site, 0)],
                InSite = false,
                Mail = false,
                Robot = true,
            }
        );
        await RunAsync(site);
        await RunAsync(site);
        var said = await site.InScopeAsync(services =>
            services
                .GetRequiredService<HubDbContext>()
                .Set<OutboxMessage>()
                .Where(message => message.Kind == nameof(RobotMessage))
                .Select(message => message.Payload)
                .ToListAsync()
        );
        var text = System.Text.Json.JsonSerializer.Deserialize<RobotMessage>(said.ShouldHaveSingleItem())!.Text;
        text.ShouldContain("有1人本学年的学时还没有达标");
        text.ShouldNotContain(teacher.Name);
        (await NotesAsync(site, teacher)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("13-01", nameof(ReminderSettings.Dates))]
    [InlineData("3月1日", nameof(ReminderSettings.Dates))]
    public void Should_refuse_what_is_no_day(string date, string field) =>
        Should.Throw<RefusedException>(() => new ReminderSettings { Dates = [date] }.Check()).Field.ShouldBe(field);

    [Fact]
    public async Task Should_keep_what_was_typed_and_store_nothing_that_is_wrong()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        using var city = await Visitor.SignedInAsync(site, "demo-city");
        var answer = await city.SubmitAsync("/figures/reminders", new() { ["Dates"] = "03-01、13-40", ["InSite"] = "true" });
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ParseAsync(answer);
        page.QuerySelector("#dates")!.GetAttribute("value").ShouldBe("03-01、13-40");
        page.QuerySelector(".is-bad")!.TextContent.ShouldContain("13-40");
        (await city.PageAsync("/figures/reminders")).QuerySelector("#dates")!.GetAttribute("value").ShouldBeNullOrEmpty();
    }

    private static async Task<FigureStage> StageAsync(TestSite site)
    {
        var county = await FigureStage.CountyAsync(site);
        var cast = new Cast(site);
        return new(site, county, await cast.SchoolAsync(county.Path), await cast.TeacherAsync(county, "TrainingOfficer"));
    }

    private static Task<string> DateAsync(TestSite site, int days) =>
        site.InScopeAsync(services => Task.FromResult(services.GetRequiredService<SchoolCalendar>().Today.AddDays(days).ToString("MM-dd")));

    private static Task SetAsync<T>(TestSite site, T settings)
        where T : class, new() =>
        site.InScopeAsync(async services =>
        {
            await services.GetRequiredService<SiteSettings>().SetAsync(settings);
            await services.GetRequiredService<HubDbContext>().SaveChangesAsync();
        });

    private static Task RunAsync(TestSite site) =>
        site.InScopeAsync(services => services.GetRequiredService<ReminderRounds>().RunAsync(CancellationToken.None));

    private static Task<List<Notification>> NotesAsync(TestSite site, HubUser user) =>
        site.InScopeAsync(services =>
            services.GetRequiredService<HubDbContext>().Set<Notification>().Where(note => note.AccountId == user.AccountId).ToListAsync()
        );
}
