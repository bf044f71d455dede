using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Services.Standings;

namespace TeacherGrowthHub.Tests.TrainingHours.Standings;

public sealed class MyHoursTests
{
    private const int Year = HoursStage.Year;

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_show_certified_and_waiting_hours_of_each_duty(DatabaseProvider provider)
    {
        var stage = await HoursStage.SetAsync(provider, DutyKind.ClassTeacher, DutyKind.SubjectTeacher);
        await stage.CertifyAsync(stage.County, stage.Posting(4, "a"));
        await AddAsync(stage, Claim(stage, "b", 3, ClaimState.Waiting), Claim(stage, "c", 2, ClaimState.Returned));
        var hours = (await ReadAsync(stage))!;
        var ring = hours.Rings.Single(ring => ring.Duty == DutyKind.ClassTeacher);
        (ring.Standing.Counted, ring.Waiting, ring.Part, ring.PartWithWaiting).ShouldBe((new Hours(400), new Hours(300), 40, 70));
        hours.MissingAfterWaiting.ShouldBe(new Hours(300));
        hours.Timeline.Select(item => item.State).ShouldBe([TimelineState.Returned, TimelineState.Waiting, TimelineState.Certified]);
        hours.Timeline[0].Reason.ShouldBe("缺签到表");
        hours.Timeline[1].WaitsAt.ShouldBe("隆阳区教育体育局");
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_keep_hours_that_were_taken_back_in_the_timeline(DatabaseProvider provider)
    {
        var stage = await HoursStage.SetAsync(provider, DutyKind.ClassTeacher);
        var line = (await stage.CertifyAsync(stage.County, stage.Posting(4, "a"))).Single();
        await stage.ReverseAsync(stage.County, line, "登记重复");
        var item = (await ReadAsync(stage))!.Timeline.ShouldHaveSingleItem();
        (item.State, item.Reason).ShouldBe((TimelineState.Reversed, "登记重复"));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_offer_open_trainings_that_bring_missing_hours_to_who_may_come(DatabaseProvider provider)
    {
        var stage = await HoursStage.SetAsync(provider, DutyKind.ClassTeacher);
        var present = await PresentYearAsync(stage);
        var good = Training(stage, "可来");
        var others = Training(stage, "别校", training => training.Audience = ["baoshan/shidian/"]);
        var ordinary = Training(stage, "非心理", training => training.IsMentalHealth = false);
        var duty = Training(stage, "骨干专场", training => training.Duties = [DutyKind.Backbone]);
        var draft = Training(stage, "草稿", training => training.State = TrainingState.Draft);
        var begun = Training(stage, "已开始", starts: -1);
        await AddAsync(stage, good, others, ordinary, duty, draft, begun);
        var own = (await ReadAsync(stage, present))!.Trainings.Where(filling => filling.Training.Path == stage.School.Path);
        var filling = own.ShouldHaveSingleItem();
        (filling.Training.Title, filling.Adds, filling.IsEnrolled).ShouldBe(("可来", new Hours(300), false));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_suppose_other_duties_without_writing_anything(DatabaseProvider provider)
    {
        var stage = await HoursStage.SetAsync(provider, DutyKind.ClassTeacher);
        await stage.CertifyAsync(stage.County, stage.Posting(6, "a"));
        var hours = (await ReadAsync(stage, supposed: [DutyKind.SubjectTeacher]))!;
        hours.Supposed!.ShouldHaveSingleItem().Standing.IsMet.ShouldBeTrue();
        hours.Rings.ShouldHaveSingleItem().Duty.ShouldBe(DutyKind.ClassTeacher);
        (await stage.BalanceAsync(DutyKind.SubjectTeacher)).ShouldBeNull();
    }

    [Fact]
    public async Task Should_show_the_rings_in_words_and_the_reason_of_each_line()
    {
        var stage = await HoursStage.SetAsync(DatabaseProvider.Sqlite, DutyKind.ClassTeacher);
        await stage.CertifyAsync(stage.County, stage.Posting(7, "a"), stage.Posting(2, "b") with { IsMentalHealth = false });
        using var visitor = await Visitor.SignedInAsync(stage.Site, await new Cast(stage.Site).LoginOfAsync(stage.Teacher));
        var page = await visitor.PageAsync($"/my/hours?year={Year}");
        page.QuerySelector("h1")!.TextContent.ShouldEndWith("老师，您已走过七成路");
        page.QuerySelector(".hub-ring")!.GetAttribute("aria-label").ShouldBe("班主任：已认定7学时，待审核0学时，共需10学时");
        page.QuerySelectorAll("details li")
            .Select(line => line.TextContent)
            .ShouldContain(text => text.Contains("不是心理健康教育培训，不计入"));
        var supposed = await visitor.PageAsync($"/my/hours?year={Year}&suppose=true&duty=SubjectTeacher");
        supposed.QuerySelectorAll(".hub-ring").Length.ShouldBe(2);
        (await visitor.PageAsync("/my")).QuerySelector("#mh").ShouldNotBeNull();
        (await visitor.PageAsync("/")).QuerySelector("#mh").ShouldNotBeNull();
    }

    private static Task<MyHours?> ReadAsync(HoursStage stage, int year = Year, IReadOnlyCollection<DutyKind>? supposed = null) =>
        stage.Site.InScopeAsync(services => services.GetRequiredService<MyHoursReader>().OfAsync(stage.TeacherId, year, supposed));

    private static Task<int> PresentYearAsync(HoursStage stage) =>
        stage.Site.InScopeAsync(async services =>
        {
            var calendar = services.GetRequiredService<SchoolCalendar>();
            return (await calendar.YearOfAsync(calendar.Today))!.Id;
        });

    private static Task AddAsync(HoursStage stage, params object[] rows) =>
        stage.Site.InScopeAsync(async services =>
        {
            var database = services.GetRequiredService<HubDbContext>();
            database.AddRange(rows);
            await database.SaveChangesAsync();
        });

    private static Claim Claim(HoursStage stage, string key, decimal hours, ClaimState state) =>
        new()
        {
            Id = HubId.New(TimeProvider.System),
            TeacherId = stage.TeacherId,
            Path = stage.School.Path,
            SchoolYear = Year,
            Kind = "face-to-face",
            Title = "活动" + key,
            From = new DateOnly(2025, 11, 1),
            To = new DateOnly(2025, 11, 1),
            RawHundredths = Hours.Of(hours)!.Value.Hundredths,
            GrantedHundredths = Hours.Of(hours)!.Value.Hundredths,
            IsMentalHealth = true,
            ActivityKey = key,
            State = state,
            Level = ClaimLevel.County,
            WaitingPath = state == ClaimState.Waiting ? "baoshan/longyang/" : "",
            Reason = state == ClaimState.Returned ? "缺签到表" : null,
            CreatedAt = DateTime.UtcNow,
        };

    private static Training Training(HoursStage stage, string title, Action<Training>? change = null, int starts = 1)
    {
        var training = new Training
        {
            Id = HubId.New(TimeProvider.System),
            Path = stage.School.Path,
            Title = title,
            Kind = "face-to-face",
            IsMentalHealth = true,
            State = TrainingState.Open,
            CreatedById = "",
            CreatedAt = DateTime.UtcNow,
        };
        training.Sessions.Add(
            new TrainingSession
            {
                Id = HubId.New(TimeProvider.System),
                Topic = title,
                Start = DateTime.UtcNow.AddHours(starts),
                End = DateTime.UtcNow.AddHours(starts + 1),
                HoursHundredths = 300,
                Secret = [],
            }
        );
        change?.Invoke(training);
        return training;
    }
}
