using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Services.Trainings;
using static TeacherGrowthHub.Tests.TrainingHours.HoursStage;

namespace TeacherGrowthHub.Tests.TrainingHours.Trainings;

public sealed class TrainingDecisionsTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_ask_the_county_for_a_schools_open_training(DatabaseProvider provider)
    {
        var stage = await TrainingStage.SetAsync(provider);
        var id = await DraftAsync(stage, TrainingStage.CountyPath);
        (await SubmitAsync(stage, id)).ShouldBe(TrainingState.AwaitingApproval);
        (await stage.TrainingAsync(id)).ApprovalPath.ShouldBe(TrainingStage.CountyPath);
        (await WaitingAsync(stage)).ShouldBeGreaterThan(0);
        (await stage.NoticesAsync(stage.County)).ShouldContain("培训《{0}》等待您批准");
        (await RefusedAsync(() => stage.RunAsync<TrainingDecisions>(d => d.ApproveAsync(id, stage.Planner)))).Kind.ShouldBe(
            RefusalKind.Forbidden
        );
        await stage.RunAsync<TrainingDecisions>(decisions => decisions.ApproveAsync(id, stage.County));
        (await stage.TrainingAsync(id)).State.ShouldBe(TrainingState.Open);
        (await stage.NoticesAsync(stage.Planner)).ShouldContain("培训《{0}》已获批准，可以报名了");
    }

    [Fact]
    public async Task Should_announce_a_schools_own_training_at_once()
    {
        var stage = await TrainingStage.SetAsync(DatabaseProvider.Sqlite);
        (await SubmitAsync(stage, await DraftAsync(stage, null))).ShouldBe(TrainingState.Open);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_return_a_refused_training_with_its_reason(DatabaseProvider provider)
    {
        var stage = await TrainingStage.SetAsync(provider);
        var id = await DraftAsync(stage, TrainingStage.CountyPath);
        await SubmitAsync(stage, id);
        (await RefusedAsync(() => stage.RunAsync<TrainingDecisions>(d => d.RefuseAsync(id, " ", stage.County)))).Field.ShouldBe("Reason");
        await stage.RunAsync<TrainingDecisions>(decisions => decisions.RefuseAsync(id, "学时偏多", stage.County));
        var training = await stage.TrainingAsync(id);
        (training.State, training.Reason, training.ApprovalPath).ShouldBe((TrainingState.Draft, "学时偏多", ""));
        (await stage.NoticesAsync(stage.Planner)).ShouldContain("培训《{0}》没有获批准：{1}");
        (await RefusedAsync(() => stage.RunAsync<TrainingDecisions>(d => d.ApproveAsync(id, stage.County)))).Kind.ShouldBe(
            RefusalKind.Conflict
        );
    }

    [Fact]
    public async Task Should_not_change_what_waits_for_approval_until_it_is_taken_back()
    {
        var stage = await TrainingStage.SetAsync(DatabaseProvider.Sqlite);
        var id = await DraftAsync(stage, TrainingStage.CountyPath);
        await SubmitAsync(stage, id);
        var form = TrainingForm.Of(await stage.TrainingAsync(id));
        await RefusedAsync(() => stage.RunAsync<TrainingPlanning>(p => p.ChangeAsync(id, form, stage.Planner)));
        await stage.RunAsync<TrainingDecisions>(decisions => decisions.WithdrawAsync(id, stage.Planner));
        await stage.RunAsync<TrainingPlanning>(planning => planning.ChangeAsync(id, form, stage.Planner));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_tell_everybody_why_a_training_is_cancelled(DatabaseProvider provider)
    {
        var stage = await TrainingStage.SetAsync(provider);
        var id = await stage.AnnouncedAsync(form => form.Capacity = 1);
        var (first, second) = (await stage.TeacherAsync(), await stage.TeacherAsync());
        await stage.SignUpAsync(id, first);
        await stage.SignUpAsync(id, second);
        (await RefusedAsync(() => stage.RunAsync<TrainingDecisions>(d => d.CancelAsync(id, null, stage.County)))).Field.ShouldBe("Reason");
        await stage.RunAsync<TrainingDecisions>(decisions => decisions.CancelAsync(id, "主讲生病", stage.County));
        foreach (var teacher in new[] { first, second })
            (await stage.NoticesAsync(teacher)).ShouldContain("培训《{0}》已取消：{1}");
        (await RefusedAsync(async () => await stage.SignUpAsync(id, await stage.TeacherAsync()))).Kind.ShouldBe(RefusalKind.Conflict);
    }

    [Fact]
    public async Task Should_delete_drafts_only()
    {
        var stage = await TrainingStage.SetAsync(DatabaseProvider.Sqlite);
        var draft = await DraftAsync(stage, null);
        await stage.RunAsync<TrainingPlanning>(planning => planning.DeleteAsync(draft, stage.Planner));
        var open = await stage.AnnouncedAsync();
        (await RefusedAsync(() => stage.RunAsync<TrainingPlanning>(p => p.DeleteAsync(open, stage.County)))).Kind.ShouldBe(
            RefusalKind.Conflict
        );
    }

    private static Task<string> DraftAsync(TrainingStage stage, string? audience)
    {
        var form = TrainingStage.Form(stage.School.Path);
        form.Audience = audience is null ? [] : [audience];
        return stage.RunAsync<TrainingPlanning, string>(planning => planning.CreateAsync(form, stage.Planner));
    }

    private static Task<TrainingState> SubmitAsync(TrainingStage stage, string id) =>
        stage.RunAsync<TrainingDecisions, TrainingState>(decisions => decisions.SubmitAsync(id, stage.Planner));

    private static Task<int> WaitingAsync(TrainingStage stage) =>
        stage.Site.InScopeAsync(async services =>
        {
            var source = services.GetServices<IWaitingSource>().OfType<WaitingApprovals>().Single();
            return (await source.CountAsync(stage.County, default)).Sum(row => row.Count);
        });
}
