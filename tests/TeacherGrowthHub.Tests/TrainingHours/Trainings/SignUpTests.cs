using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Services.Trainings;
using static TeacherGrowthHub.Tests.TrainingHours.HoursStage;

namespace TeacherGrowthHub.Tests.TrainingHours.Trainings;

public sealed class SignUpTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_give_the_last_place_to_one_of_many_who_ask_at_once(DatabaseProvider provider)
    {
        var stage = await TrainingStage.SetAsync(provider);
        var id = await stage.AnnouncedAsync(form => form.Capacity = 2);
        var teachers = new List<HubUser>();
        for (var i = 0; i < 6; i++)
            teachers.Add(await stage.TeacherAsync());
        var states = await Task.WhenAll(teachers.Select(teacher => Task.Run(() => stage.SignUpAsync(id, teacher))));
        states.Count(state => state == EnrolmentState.Enrolled).ShouldBe(2);
        states.Count(state => state == EnrolmentState.Waiting).ShouldBe(4);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_move_the_first_of_the_waiting_list_up_and_tell_them(DatabaseProvider provider)
    {
        var stage = await TrainingStage.SetAsync(provider);
        var id = await stage.AnnouncedAsync(form => form.Capacity = 1);
        var (first, second, third) = (await stage.TeacherAsync(), await stage.TeacherAsync(), await stage.TeacherAsync());
        (await stage.SignUpAsync(id, first)).ShouldBe(EnrolmentState.Enrolled);
        (await stage.SignUpAsync(id, second)).ShouldBe(EnrolmentState.Waiting);
        (await stage.SignUpAsync(id, third)).ShouldBe(EnrolmentState.Waiting);
        await CancelAsync(stage, id, first);
        (await stage.EnrolmentAsync(id, second)).State.ShouldBe(EnrolmentState.Enrolled);
        (await stage.EnrolmentAsync(id, third)).State.ShouldBe(EnrolmentState.Waiting);
        (await stage.NoticesAsync(second)).ShouldBe(["您已从候补转为正式报名：《{0}》"]);
        (await stage.NoticesAsync(third)).ShouldBeEmpty();
        // Who comes back waits behind the others.
        (await stage.SignUpAsync(id, first)).ShouldBe(EnrolmentState.Waiting);
        await CancelAsync(stage, id, second);
        (await stage.EnrolmentAsync(id, third)).State.ShouldBe(EnrolmentState.Enrolled);
        (await stage.EnrolmentAsync(id, first)).State.ShouldBe(EnrolmentState.Waiting);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_move_people_up_when_there_are_more_places(DatabaseProvider provider)
    {
        var stage = await TrainingStage.SetAsync(provider);
        var id = await stage.AnnouncedAsync(form => form.Capacity = 1);
        var (first, second) = (await stage.TeacherAsync(), await stage.TeacherAsync());
        await stage.SignUpAsync(id, first);
        await stage.SignUpAsync(id, second);
        var form = TrainingForm.Of(await stage.TrainingAsync(id));
        form.Capacity = 5;
        await stage.RunAsync<TrainingPlanning>(planning => planning.ChangeAsync(id, form, stage.County));
        (await stage.EnrolmentAsync(id, second)).State.ShouldBe(EnrolmentState.Enrolled);
    }

    [Fact]
    public async Task Should_ask_who_may_come()
    {
        var stage = await TrainingStage.SetAsync(DatabaseProvider.Sqlite);
        var elsewhere = await new Cast(stage.Site).TeacherAsync(await new Cast(stage.Site).SchoolAsync("baoshan/tengchong/"));
        var id = await stage.AnnouncedAsync(form => form.Duties = [DutyKind.ClassTeacher]);
        (await RefusedAsync(() => stage.SignUpAsync(id, elsewhere))).Text.ShouldBe("这次培训不面向您的学校");
        var teacher = await stage.TeacherAsync();
        (await RefusedAsync(() => stage.SignUpAsync(id, teacher))).Text.ShouldBe("这次培训不面向您的职责");
        await new HoursStage(stage.Site, stage.School, teacher, stage.County, stage.County).GiveAsync(teacher, DutyKind.ClassTeacher);
        (await stage.SignUpAsync(id, teacher)).ShouldBe(EnrolmentState.Enrolled);
        (await RefusedAsync(() => stage.SignUpAsync(id, teacher))).Kind.ShouldBe(RefusalKind.Conflict);
        (await RefusedAsync(() => stage.SignUpAsync(id, HubUser.Guest))).Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_show_other_trainings_of_the_time_before_signing_up(DatabaseProvider provider)
    {
        var stage = await TrainingStage.SetAsync(provider);
        var first = await stage.AnnouncedAsync();
        var second = await stage.AnnouncedAsync(form => form.Sessions = [TrainingStage.Row(20, 11, 13)]);
        var beside = await stage.AnnouncedAsync(form => form.Sessions = [TrainingStage.Row(20, 12, 14)]);
        var teacher = await stage.TeacherAsync();
        await stage.SignUpAsync(first, teacher);
        (await stage.SignUpAsync(beside, teacher)).ShouldBe(EnrolmentState.Enrolled); // one begins when the other ends
        (await RefusedAsync(() => stage.SignUpAsync(second, teacher))).Field.ShouldBe("Accept");
        (await stage.SignUpAsync(second, teacher, accept: true)).ShouldBe(EnrolmentState.Enrolled);
    }

    [Fact]
    public async Task Should_close_sign_up_at_the_deadline_and_at_the_begin()
    {
        var stage = await TrainingStage.SetAsync(DatabaseProvider.Sqlite);
        var teacher = await stage.TeacherAsync();
        var (begun, _) = await stage.AtAsync(startsIn: -1);
        await RefusedAsync(() => stage.SignUpAsync(begun, teacher));
        var (late, _) = await stage.AtAsync(startsIn: 60, change: training => training.SignUpUntil = DateTime.UtcNow.AddMinutes(-1));
        await RefusedAsync(() => stage.SignUpAsync(late, teacher));
        await stage.EnrolAsync(begun, teacher);
        (await RefusedAsync(() => CancelAsync(stage, begun, teacher))).Kind.ShouldBe(RefusalKind.Conflict);
    }

    private static Task CancelAsync(TrainingStage stage, string id, HubUser teacher) =>
        stage.RunAsync<SignUps>(signUps => signUps.CancelAsync(id, teacher));
}
