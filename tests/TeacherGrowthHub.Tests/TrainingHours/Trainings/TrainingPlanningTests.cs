using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Services.Trainings;
using static TeacherGrowthHub.Tests.TrainingHours.HoursStage;

namespace TeacherGrowthHub.Tests.TrainingHours.Trainings;

public sealed class TrainingPlanningTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_keep_what_was_typed_and_its_sessions(DatabaseProvider provider)
    {
        var stage = await TrainingStage.SetAsync(provider);
        var id = await stage.AnnouncedAsync(form => form.Capacity = 64);
        var training = await stage.TrainingAsync(id);
        (training.State, training.Hours, training.Capacity).ShouldBe((TrainingState.Open, new Hours(600), 64));
        (training.Start, training.End).ShouldBe((training.Schedule[0].Start, training.Schedule[1].End));
        training.Sessions.Select(session => session.Secret.Length).ShouldAllBe(length => length == RotatingCode.SecretLength);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_keep_ids_and_secrets_of_sessions_that_stay(DatabaseProvider provider)
    {
        var stage = await TrainingStage.SetAsync(provider);
        var id = await stage.AnnouncedAsync();
        var before = await stage.TrainingAsync(id);
        var form = TrainingForm.Of(before);
        form.Sessions[1].Topic = null;
        form.Sessions[1].Day = null;
        form.Sessions.Add(TrainingStage.Row(21, 9, 10));
        await stage.RunAsync<TrainingPlanning>(planning => planning.ChangeAsync(id, form, stage.County));
        var after = await stage.TrainingAsync(id);
        after.Schedule[0].Secret.ShouldBe(before.Schedule[0].Secret);
        after.Schedule.Select(session => session.Id).ShouldNotContain(before.Schedule[1].Id);
        after.Hours.ShouldBe(new Hours(400));
    }

    [Fact]
    public async Task Should_refuse_what_cannot_be_beside_its_field()
    {
        var stage = await TrainingStage.SetAsync(DatabaseProvider.Sqlite);
        async Task Refused(string field, Action<TrainingForm> change)
        {
            var form = TrainingStage.Form(TrainingStage.CountyPath);
            change(form);
            (await RefusedAsync(() => stage.RunAsync<TrainingPlanning>(p => p.CreateAsync(form, stage.County)))).Field.ShouldBe(field);
        }
        await Refused("Title", form => form.Title = " ");
        await Refused("Kind", form => form.Kind = "contest");
        await Refused("Sessions", form => form.Sessions.Clear());
        await Refused("Sessions", form => form.Sessions[1] = TrainingStage.Row(20, 11, 13));
        await Refused("Sessions", form => form.Sessions[0].To = new TimeOnly(8, 0));
        await Refused("Sessions", form => form.Sessions[0].Hours = 0);
        await Refused("Sessions", form => form.Sessions[0].Hours = 1.005m);
        await Refused("Sessions", form => form.Sessions[0].Link = "javascript:alert(1)");
        await Refused("Sessions", form => form.Sessions[0] = TrainingStage.Row(-400, 9, 10));
        await Refused("Capacity", form => form.Capacity = 0);
        await Refused("SignUpUntil", form => form.SignUpUntil = DateTime.UtcNow.AddDays(60));
        await Refused("Materials", form => form.Materials = "https://hub/resources/01m6a6ft00f4a8m0ntqhzjhewn");
        await Refused("Audience", form => form.Audience = ["baoshan/nowhere/"]);
        await Refused("Organization", form => form.Organization = "baoshan/shidian/");
    }

    [Fact]
    public async Task Should_hide_trainings_of_other_scopes()
    {
        var stage = await TrainingStage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.AnnouncedAsync();
        var form = TrainingForm.Of(await stage.TrainingAsync(id));
        (await RefusedAsync(() => stage.RunAsync<TrainingPlanning>(p => p.ChangeAsync(id, form, stage.Planner)))).Kind.ShouldBe(
            RefusalKind.NotFound
        );
        (await RefusedAsync(() => stage.RunAsync<TrainingDecisions>(d => d.CancelAsync(id, "改期", stage.Planner)))).Kind.ShouldBe(
            RefusalKind.NotFound
        );
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_tell_those_who_signed_up_of_another_time_only(DatabaseProvider provider)
    {
        var stage = await TrainingStage.SetAsync(provider);
        var id = await stage.AnnouncedAsync();
        var teacher = await stage.TeacherAsync();
        await stage.SignUpAsync(id, teacher);
        var form = TrainingForm.Of(await stage.TrainingAsync(id));
        form.Speakers = "段知秋";
        await stage.RunAsync<TrainingPlanning>(planning => planning.ChangeAsync(id, form, stage.County));
        (await stage.NoticesAsync(teacher)).ShouldBeEmpty();
        form.Sessions[0].Place = "二楼";
        await stage.RunAsync<TrainingPlanning>(planning => planning.ChangeAsync(id, form, stage.County));
        (await stage.NoticesAsync(teacher)).ShouldBe(["培训《{0}》的时间或地点有变动，请查看"]);
    }

    [Fact]
    public async Task Should_not_widen_what_was_approved_nor_take_places_away()
    {
        var stage = await TrainingStage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.AnnouncedAsync();
        await stage.SignUpAsync(id, await stage.TeacherAsync());
        await stage.SignUpAsync(id, await stage.TeacherAsync());
        async Task Refused(string field, Action<TrainingForm> change)
        {
            var form = TrainingForm.Of(await stage.TrainingAsync(id));
            change(form);
            (await RefusedAsync(() => stage.RunAsync<TrainingPlanning>(p => p.ChangeAsync(id, form, stage.County)))).Field.ShouldBe(field);
        }
        await Refused("Audience", form => form.Level = TrainingLevel.City);
        await Refused("Audience", form => form.Audience = ["baoshan/"]);
        await Refused("Capacity", form => form.Capacity = 1);
    }
}
