using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Services.Trainings;
using static TeacherGrowthHub.Tests.TrainingHours.HoursStage;

namespace TeacherGrowthHub.Tests.TrainingHours.Trainings;

public sealed class CheckInTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_check_in_and_out_with_the_code_of_the_room(DatabaseProvider provider)
    {
        var stage = await TrainingStage.SetAsync(provider);
        var teacher = await stage.TeacherAsync();
        // It ends in ten minutes: both doors are open.
        var (id, session) = await stage.AtAsync(startsIn: -50, minutes: 60);
        await stage.EnrolAsync(id, teacher);
        (await PassAsync(stage, session, CodePurpose.CheckIn, teacher)).ShouldBe(CodePurpose.CheckIn);
        var first = (await stage.AttendanceAsync(session, teacher))!;
        (first.Method, first.TickedBy, first.CheckedOutAt).ShouldBe((AttendanceMethod.SessionCode, null, null));
        await PassAsync(stage, session, CodePurpose.CheckIn, teacher);
        (await stage.AttendanceAsync(session, teacher))!.CheckedInAt.ShouldBe(first.CheckedInAt);
        (await PassAsync(stage, session, CodePurpose.CheckOut, teacher)).ShouldBe(CodePurpose.CheckOut);
        (await stage.AttendanceAsync(session, teacher))!.CheckedOutAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Should_say_clearly_why_not()
    {
        var stage = await TrainingStage.SetAsync(DatabaseProvider.Sqlite);
        var (teacher, other) = (await stage.TeacherAsync(), await stage.TeacherAsync());
        var (id, session) = await stage.AtAsync(startsIn: -50, minutes: 60);
        await stage.EnrolAsync(id, teacher);
        (await RefusedAsync(() => PassAsync(stage, session, CodePurpose.CheckIn, other))).Text.ShouldStartWith("您没有报名");
        (await RefusedAsync(() => PassAsync(stage, session, CodePurpose.CheckOut, teacher))).Text.ShouldStartWith("还没有签到");
        (await RefusedAsync(() => ReadAsync(stage, session, "12", teacher))).Text.ShouldContain("已经过期");
        var (early, later) = await stage.AtAsync(startsIn: 90);
        await stage.EnrolAsync(early, teacher);
        (await RefusedAsync(() => PassAsync(stage, later, CodePurpose.CheckIn, teacher))).Text.ShouldStartWith("还没到签到时间");
    }

    [Fact]
    public async Task Should_bind_a_scanned_code_to_the_person_who_scanned_it()
    {
        var stage = await TrainingStage.SetAsync(DatabaseProvider.Sqlite);
        var (teacher, other) = (await stage.TeacherAsync(), await stage.TeacherAsync());
        var (id, session) = await stage.AtAsync(startsIn: -5);
        await stage.EnrolAsync(id, teacher, other);
        var ticket = await ReadAsync(stage, session, await CodeAsync(stage, id, CodePurpose.CheckIn), teacher);
        (await RefusedAsync(() => ConfirmAsync(stage, session, ticket, other))).Field.ShouldBe("Code");
        (await RefusedAsync(() => ConfirmAsync(stage, session, "nonsense", teacher))).Field.ShouldBe("Code");
        (await stage.AttendanceAsync(session, other)).ShouldBeNull();
        await ConfirmAsync(stage, session, ticket, teacher);
        (await stage.AttendanceAsync(session, teacher)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Should_stop_who_guesses()
    {
        var stage = await TrainingStage.SetAsync(DatabaseProvider.Sqlite);
        var teacher = await stage.TeacherAsync();
        var (id, session) = await stage.AtAsync(startsIn: -5);
        await stage.EnrolAsync(id, teacher);
        for (var i = 0; i < CodeThrottle.Limit; i++)
            await RefusedAsync(() => ReadAsync(stage, session, "12", teacher));
        var code = await CodeAsync(stage, id, CodePurpose.CheckIn);
        (await RefusedAsync(() => ReadAsync(stage, session, code, teacher))).Text.ShouldStartWith("输错的次数太多");
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_let_staff_read_a_personal_code(DatabaseProvider provider)
    {
        var stage = await TrainingStage.SetAsync(provider);
        var (teacher, other) = (await stage.TeacherAsync(), await stage.TeacherAsync());
        var (id, session) = await stage.AtAsync(startsIn: -5);
        await stage.EnrolAsync(id, teacher, other);
        var own = RotatingCode.At((await stage.EnrolmentAsync(id, teacher)).Secret, CodePurpose.Personal, DateTime.UtcNow);
        var found = await stage.RunAsync<RosterTicks, RosterRow>(ticks => ticks.WhoseAsync(id, own, teacher.TeacherId, stage.County));
        found.TeacherId.ShouldBe(teacher.TeacherId);
        (await RefusedAsync(() => stage.RunAsync<RosterTicks>(t => t.WhoseAsync(id, own, other.TeacherId, stage.County)))).Field.ShouldBe(
            "Code"
        );
        (await RefusedAsync(() => stage.RunAsync<RosterTicks>(t => t.WhoseAsync(id, own, null, stage.Planner)))).Kind.ShouldBe(
            RefusalKind.NotFound
        );
        await stage.RunAsync<RosterTicks>(ticks => ticks.PassAsync(id, session, teacher.TeacherId!, CodePurpose.CheckIn, stage.County));
        var seen = (await stage.AttendanceAsync(session, teacher))!;
        (seen.Method, seen.TickedBy).ShouldBe((AttendanceMethod.PersonalCode, stage.County.Name));
    }

    private static async Task<CodePurpose> PassAsync(TrainingStage stage, string session, CodePurpose purpose, HubUser teacher)
    {
        var id = await stage.ReadAsync(async database => (await database.FindAsync<TrainingSession>(session))!.TrainingId);
        var ticket = await ReadAsync(stage, session, await CodeAsync(stage, id, purpose), teacher);
        return await ConfirmAsync(stage, session, ticket, teacher);
    }

    private static async Task<string> CodeAsync(TrainingStage stage, string id, CodePurpose purpose) =>
        RotatingCode.At((await stage.TrainingAsync(id)).Schedule[0].Secret, purpose, DateTime.UtcNow);

    private static Task<string> ReadAsync(TrainingStage stage, string session, string code, HubUser teacher) =>
        stage.RunAsync<CheckIns, string>(async checkIns =>
            (await checkIns.ReadAsync(await checkIns.FindAsync(session, teacher), code, teacher)).Ticket
        );

    private static Task<CodePurpose> ConfirmAsync(TrainingStage stage, string session, string ticket, HubUser teacher) =>
        stage.RunAsync<CheckIns, CodePurpose>(async checkIns =>
            await checkIns.ConfirmAsync(await checkIns.FindAsync(session, teacher), ticket, teacher)
        );
}
