using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Imports.Workbooks;
using TeacherGrowthHub.Tests.People.Imports;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Services.Trainings;
using static TeacherGrowthHub.Tests.TrainingHours.HoursStage;

namespace TeacherGrowthHub.Tests.TrainingHours.Trainings;

public sealed class RosterTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_take_the_officers_ticks_over(DatabaseProvider provider)
    {
        var stage = await TrainingStage.SetAsync(provider);
        var (whole, early, absent) = (await stage.TeacherAsync(), await stage.TeacherAsync(), await stage.TeacherAsync());
        var (id, session) = await stage.AtAsync(startsIn: -180);
        await stage.EnrolAsync(id, whole, early, absent);
        var start = (await stage.TrainingAsync(id)).Start;
        var left = TimeOnly.FromDateTime(SchoolCalendar.Local(start.AddMinutes(60)));
        await SaveAsync(stage, id, session, [whole, early], [whole], new() { [early.TeacherId!] = left });
        (await stage.AttendanceAsync(session, whole))!.CheckedOutAt.ShouldBe(start.AddMinutes(120));
        var gone = (await stage.AttendanceAsync(session, early))!;
        (gone.CheckedInAt, gone.Method, gone.TickedBy).ShouldBe((start, AttendanceMethod.List, stage.County.Name));
        (gone.CheckedOutAt!.Value - start).TotalMinutes.ShouldBe(60, tolerance: 1);
        (await stage.AttendanceAsync(session, absent)).ShouldBeNull();
        await SaveAsync(stage, id, session, [early], [], []);
        (await stage.AttendanceAsync(session, whole)).ShouldBeNull();
        (await stage.AttendanceAsync(session, early))!.CheckedOutAt.ShouldBeNull();
        (await stage.RunAsync<RosterTicks, int>(ticks => ticks.CheckOutAllAsync(id, session, stage.County))).ShouldBe(1);
        (await stage.AttendanceAsync(session, early))!.CheckedOutAt.ShouldBe(start.AddMinutes(120));
    }

    [Fact]
    public async Task Should_not_note_anybody_long_before_a_session_nor_check_out_before_its_end()
    {
        var stage = await TrainingStage.SetAsync(DatabaseProvider.Sqlite);
        var teacher = await stage.TeacherAsync();
        var (later, session) = await stage.AtAsync(startsIn: 120);
        await stage.EnrolAsync(later, teacher);
        await RefusedAsync(() => SaveAsync(stage, later, session, [teacher], [], []));
        var (running, now) = await stage.AtAsync(startsIn: -5);
        await RefusedAsync(() => stage.RunAsync<RosterTicks>(ticks => ticks.CheckOutAllAsync(running, now, stage.County)));
        (await RefusedAsync(() => SaveAsync(stage, running, now, [], [], [], stage.Planner))).Kind.ShouldBe(RefusalKind.NotFound);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_add_people_at_the_door_beyond_the_places_but_not_beyond_the_audience(DatabaseProvider provider)
    {
        var stage = await TrainingStage.SetAsync(provider);
        var cast = new Cast(stage.Site);
        var (first, walkIn) = (await stage.TeacherAsync(), await stage.TeacherAsync());
        var (id, _) = await stage.AtAsync(startsIn: -5, change: training => training.Capacity = 1);
        await stage.EnrolAsync(id, first);
        await AddAsync(stage, id, await cast.LoginOfAsync(walkIn));
        var row = await stage.EnrolmentAsync(id, walkIn);
        (row.State, row.AddedBy).ShouldBe((EnrolmentState.Enrolled, stage.County.Name));
        var number = await cast.LoginOfAsync(await cast.TeacherAsync(await cast.SchoolAsync("baoshan/tengchong/")));
        (await RefusedAsync(() => AddAsync(stage, id, number))).Field.ShouldBe("Number");
        (await RefusedAsync(() => AddAsync(stage, id, "nobody"))).Field.ShouldBe("Number");
        (await RefusedAsync(async () => await AddAsync(stage, id, await cast.LoginOfAsync(first)))).Kind.ShouldBe(RefusalKind.Conflict);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_check_a_workbook_before_it_is_taken(DatabaseProvider provider)
    {
        var stage = await TrainingStage.SetAsync(provider);
        var cast = new Cast(stage.Site);
        var (enrolled, walkIn) = (await stage.TeacherAsync(), await stage.TeacherAsync());
        var (id, session) = await stage.AtAsync(startsIn: -5);
        await stage.EnrolAsync(id, enrolled);
        string[] numbers = [await cast.LoginOfAsync(enrolled), await cast.LoginOfAsync(walkIn), "nobody"];
        using var book = SampleBook.Of("姓名 工号", [.. numbers.Select(number => (object?[])["某人", number])]);
        var read = TeacherNumberSheet.Read(book);
        read.ShouldBe(numbers);
        var lines = await stage.RunAsync<WalkIns, IReadOnlyList<SheetLine>>(w => w.PreviewAsync(id, session, read, stage.County));
        lines.Select(line => (line.IsWalkIn, line.Problem is null)).ShouldBe([(false, true), (true, true), (false, false)]);
        (await stage.AttendanceAsync(session, enrolled)).ShouldBeNull();
        (await stage.RunAsync<WalkIns, int>(walkIns => walkIns.ApplyAsync(id, session, read, stage.County))).ShouldBe(2);
        (await stage.AttendanceAsync(session, walkIn))!.Method.ShouldBe(AttendanceMethod.Workbook);
        (await stage.AttendanceAsync(session, enrolled))!.CheckedOutAt.ShouldNotBeNull();
        (await stage.RunAsync<WalkIns, int>(walkIns => walkIns.ApplyAsync(id, session, read, stage.County))).ShouldBe(0);
    }

    [Fact]
    public void Should_refuse_a_workbook_without_numbers()
    {
        using var book = SampleBook.Of(
            "姓名",
            [
                ["某人"],
            ]
        );
        Should.Throw<RefusedException>(() => TeacherNumberSheet.Read(book)).Field.ShouldBe("File");
    }

    private static Task AddAsync(TrainingStage stage, string id, string number) =>
        stage.RunAsync<WalkIns>(walkIns => walkIns.AddAsync(id, number, stage.County));

    private static Task SaveAsync(
        TrainingStage stage,
        string id,
        string session,
        HubUser[] here,
        HubUser[] gone,
        Dictionary<string, TimeOnly> left,
        HubUser? officer = null
    ) =>
        stage.RunAsync<RosterTicks>(ticks =>
            ticks.SaveAsync(
                id,
                session,
                new RosterList([.. here.Select(user => user.TeacherId!)], [.. gone.Select(user => user.TeacherId!)], left),
                officer ?? stage.County
            )
        );
}
