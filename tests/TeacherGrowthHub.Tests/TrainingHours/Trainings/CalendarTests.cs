using System.Net;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Services.Trainings;

namespace TeacherGrowthHub.Tests.TrainingHours.Trainings;

public sealed class CalendarTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_filter_the_calendar_by_kind_county_and_duty(DatabaseProvider provider)
    {
        var stage = await TrainingStage.SetAsync(provider);
        var open = await stage.AnnouncedAsync(form => form.Sessions = [TrainingStage.Row(1, 1, 2)]);
        var forClassTeachers = await stage.AnnouncedAsync(form =>
            (form.Sessions, form.Duties) = ([TrainingStage.Row(1, 2, 3)], [DutyKind.ClassTeacher])
        );
        var (past, _) = await stage.AtAsync(startsIn: -200);
        async Task<List<string>> Ids(TrainingFilter filter) =>
            [
                .. (await stage.Site.InScopeAsync(services => AllAsync(services, filter))).Where(id =>
                    id == open || id == forClassTeachers || id == past
                ),
            ];
        (await Ids(new TrainingFilter())).ShouldBe([open, forClassTeachers]);
        (await Ids(new TrainingFilter(Duty: DutyKind.Backbone))).ShouldBe([open]);
        (await Ids(new TrainingFilter(Duty: DutyKind.ClassTeacher))).ShouldBe([open, forClassTeachers]);
        (await Ids(new TrainingFilter(Kind: "online"))).ShouldBeEmpty();
        (await Ids(new TrainingFilter(County: TrainingStage.CountyPath))).ShouldBe([open, forClassTeachers]);
        (await Ids(new TrainingFilter(County: "baoshan/shidian/"))).ShouldBeEmpty();
        (await Ids(new TrainingFilter(IsPast: true))).ShouldBe([past]);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_offer_a_training_and_the_own_ones_to_calendar_programs(DatabaseProvider provider)
    {
        var stage = await TrainingStage.SetAsync(provider);
        var id = await stage.AnnouncedAsync();
        var teacher = await stage.TeacherAsync();
        await stage.SignUpAsync(id, teacher);
        using var guest = new Visitor(stage.Site);
        var answer = await guest.GetAsync($"/trainings/{id}/calendar.ics");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        var file = await TextAsync(answer);
        var session = (await stage.TrainingAsync(id)).Schedule[0];
        file.ShouldContain($"DTSTART:{session.Start:yyyyMMdd'T'HHmmss'Z'}");
        file.ShouldContain("LOCATION:三楼研修室");
        file.Split("BEGIN:VEVENT").Length.ShouldBe(3);

        await stage.RunAsync<CalendarFeeds>(feeds => feeds.RenewAsync(teacher));
        var old = (await stage.RunAsync<CalendarFeeds, string?>(feeds => feeds.TokenAsync(teacher)))!;
        (await TextAsync(await guest.GetAsync($"/trainings/feed/{old}/calendar.ics"))).ShouldContain("校园心理危机识别与转介");
        await stage.RunAsync<CalendarFeeds>(feeds => feeds.RenewAsync(teacher));
        (await guest.GetAsync($"/trainings/feed/{old}/calendar.ics")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Should_let_guests_read_and_ask_them_to_sign_in_for_a_place()
    {
        var stage = await TrainingStage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.AnnouncedAsync(form => (form.Capacity, form.Sessions[0].Link) = (64, "https://meeting.example/room"));
        using var guest = new Visitor(stage.Site);
        var page = await guest.PageAsync($"/trainings/{id}");
        page.QuerySelector("h1")!.TextContent.ShouldBe("校园心理危机识别与转介");
        page.QuerySelector($"a[href='/account/signin?returnUrl=/trainings/{id}']").ShouldNotBeNull();
        page.Body!.TextContent.ShouldContain("余64席");
        page.Body.InnerHtml.ShouldNotContain("meeting.example");
        var draft = await stage.RunAsync<TrainingPlanning, string>(planning =>
            planning.CreateAsync(TrainingStage.Form(TrainingStage.CountyPath), stage.County)
        );
        (await guest.GetAsync($"/trainings/{draft}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<IReadOnlyList<string>> AllAsync(IServiceProvider services, TrainingFilter filter)
    {
        var reader = (TrainingReader)services.GetService(typeof(TrainingReader))!;
        var ids = new List<string>();
        for (var page = 1; ; page++)
        {
            var (rows, hasMore) = await reader.CalendarAsync(filter with { Page = page });
            ids.AddRange(rows.Select(row => row.Training.Id));
            if (!hasMore)
                return ids;
        }
    }

    // Long lines of the format are folded.
    private static async Task<string> TextAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadAsStringAsync()).Replace("\r\n ", "", StringComparison.Ordinal);
}
