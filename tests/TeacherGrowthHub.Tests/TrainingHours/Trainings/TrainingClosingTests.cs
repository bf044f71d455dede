using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Services.Trainings;
using static TeacherGrowthHub.Tests.TrainingHours.HoursStage;

namespace TeacherGrowthHub.Tests.TrainingHours.Trainings;

public sealed class TrainingClosingTests
{
    private const int Minutes = 360;

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_make_claims_for_those_who_met_the_rule_once(DatabaseProvider provider)
    {
        var stage = await TrainingStage.SetAsync(provider);
        var (whole, early, absent) = (await stage.TeacherAsync(), await stage.TeacherAsync(), await stage.TeacherAsync());
        var (id, session) = await stage.AtAsync(startsIn: -Minutes - 60, Minutes);
        await stage.EnrolAsync(id, whole, early, absent, stage.County);
        await WasThereAsync(stage, id, session, whole, leftEarly: 0);
        await WasThereAsync(stage, id, session, early, leftEarly: 180);
        await WasThereAsync(stage, id, session, stage.County, leftEarly: 60);
        var sheet = await stage.RunAsync<TrainingClosing, ClosingSheet>(closing => closing.PreviewAsync(id, stage.County));
        sheet.Without.Select(line => line.Result.Why).ShouldBe([AttendedReason.TooLittle, AttendedReason.Absent], ignoreOrder: true);
        (await CloseAsync(stage, id)).ShouldBe(2);
        var claims = await stage.ReadAsync(database => database.Set<Claim>().Where(claim => claim.TrainingId == id).ToListAsync());
        claims
            .Select(claim => (claim.TeacherId, claim.GrantedHundredths))
            .ShouldBe([(whole.TeacherId!, 600), (stage.County.TeacherId!, 500)], ignoreOrder: true);
        claims.ShouldAllBe(claim => claim.State == ClaimState.Waiting && claim.ActivityKey == ActivityKeys.OfTraining(id));
        (await stage.NoticesAsync(whole)).ShouldContain("培训《{0}》已结束，您的学时已登记，等待认定");
        (await RefusedAsync(() => CloseAsync(stage, id))).Kind.ShouldBe(RefusalKind.Conflict);
        (await RefusedAsync(() => TickAsync(stage, id, session, absent))).Kind.ShouldBe(RefusalKind.Conflict);
    }

    [Fact]
    public async Task Should_not_close_before_the_last_session_is_over()
    {
        var stage = await TrainingStage.SetAsync(DatabaseProvider.Sqlite);
        var (id, _) = await stage.AtAsync(startsIn: -5);
        (await RefusedAsync(() => CloseAsync(stage, id))).Kind.ShouldBe(RefusalKind.Conflict);
        (await RefusedAsync(() => stage.RunAsync<TrainingClosing>(c => c.CloseAsync(id, stage.Planner)))).Kind.ShouldBe(
            RefusalKind.NotFound
        );
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_close_once_when_two_officers_do_it_at_the_same_time(DatabaseProvider provider)
    {
        var stage = await TrainingStage.SetAsync(provider);
        var teacher = await stage.TeacherAsync();
        var (id, session) = await stage.AtAsync(startsIn: -Minutes - 60, Minutes);
        await stage.EnrolAsync(id, teacher);
        await WasThereAsync(stage, id, session, teacher, leftEarly: 0);
        var made = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => TryAsync(() => CloseAsync(stage, id)))));
        made.Order().ShouldBe([0, 1]);
        (await stage.ReadAsync(database => database.Set<Claim>().CountAsync(claim => claim.TrainingId == id))).ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_wait_for_required_homework(DatabaseProvider provider)
    {
        var stage = await TrainingStage.SetAsync(provider);
        var (good, lazy) = (await stage.TeacherAsync(), await stage.TeacherAsync());
        var (id, session) = await stage.AtAsync(
            startsIn: -Minutes - 60,
            Minutes,
            training => (training.Homework, training.IsHomeworkRequired) = ("写一份转介流程", true)
        );
        await stage.EnrolAsync(id, good, lazy);
        await WasThereAsync(stage, id, session, good, leftEarly: 0);
        await WasThereAsync(stage, id, session, lazy, leftEarly: 0);
        foreach (var teacher in new[] { good, lazy })
            await stage.RunAsync<Homeworks>(homeworks => homeworks.SubmitAsync(id, "转介流程", null, teacher));
        await stage.RunAsync<Homeworks>(homeworks => homeworks.DecideAsync(id, good.TeacherId!, true, stage.County));
        await stage.RunAsync<Homeworks>(homeworks => homeworks.DecideAsync(id, lazy.TeacherId!, false, stage.County));
        (await CloseAsync(stage, id)).ShouldBe(1);
    }

    private static async Task<int> TryAsync(Func<Task<int>> act)
    {
        try
        {
            return await act();
        }
        catch (RefusedException refusal) when (refusal.Kind == RefusalKind.Conflict)
        {
            return 0;
        }
    }

    private static Task<int> CloseAsync(TrainingStage stage, string id) =>
        stage.RunAsync<TrainingClosing, int>(closing => closing.CloseAsync(id, stage.County));

    private static Task TickAsync(TrainingStage stage, string id, string session, HubUser teacher) =>
        stage.RunAsync<RosterTicks>(ticks =>
            ticks.SaveAsync(id, session, new RosterList([teacher.TeacherId!], [], new Dictionary<string, TimeOnly>()), stage.County)
        );

    private static Task WasThereAsync(TrainingStage stage, string id, string session, HubUser teacher, int leftEarly) =>
        stage.ReadAsync(async database =>
        {
            var known = (await database.FindAsync<TrainingSession>(session))!;
            known.TrainingId.ShouldBe(id);
            database.Add(
                new Attendance
                {
                    SessionId = session,
                    TeacherId = teacher.TeacherId!,
                    CheckedInAt = known.Start,
                    CheckedOutAt = known.End.AddMinutes(-leftEarly),
                }
            );
            return await database.SaveChangesAsync();
        });
}
