using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Services.Trainings;
using static TeacherGrowthHub.Tests.TrainingHours.HoursStage;

namespace TeacherGrowthHub.Tests.TrainingHours.Trainings;

public sealed class TrainingPlansTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_show_progress_with_each_person_once(DatabaseProvider provider)
    {
        var stage = await TrainingStage.SetAsync(provider);
        await AddAsync(stage, Form());
        var item = (await LinesAsync(stage)).ShouldHaveSingleItem().Item;
        var (first, second) = (await stage.TeacherAsync(), await stage.TeacherAsync());
        await HeldAsync(stage, item.Id, TrainingState.Closed, first.TeacherId!, second.TeacherId!);
        await HeldAsync(stage, item.Id, TrainingState.Closed, first.TeacherId!);
        await HeldAsync(stage, item.Id, TrainingState.Open, first.TeacherId!);
        var line = (await LinesAsync(stage)).Single();
        (line.Held, line.Attended, line.Announced, line.KindLabel).ShouldBe((2, 2, 1, "集中培训"));
        await RefusedAsync(() => stage.RunAsync<TrainingPlans>(plans => plans.RemoveAsync(item.Id, stage.Planner)));
    }

    [Fact]
    public async Task Should_begin_with_the_autumn()
    {
        var stage = await TrainingStage.SetAsync(DatabaseProvider.Sqlite);
        foreach (var month in new[] { 1, 8, 9, 12 })
            await AddAsync(stage, Form(month));
        (await LinesAsync(stage)).Select(line => line.Item.Month).ShouldBe([9, 12, 1, 8]);
    }

    [Fact]
    public async Task Should_refuse_what_cannot_be_and_other_scopes()
    {
        var stage = await TrainingStage.SetAsync(DatabaseProvider.Sqlite);
        async Task Refused(string field, Action<PlanItemForm> change)
        {
            var form = Form();
            change(form);
            (await RefusedAsync(() => AddAsync(stage, form))).Field.ShouldBe(field);
        }
        await Refused("Title", form => form.Title = "");
        await Refused("Kind", form => form.Kind = "nothing");
        await Refused("Month", form => form.Month = 13);
        await Refused("Times", form => form.Times = 0);
        await Refused("Persons", form => form.Persons = null);
        await Refused("Hours", form => form.Hours = 0);
        (
            await RefusedAsync(() =>
                stage.RunAsync<TrainingPlans>(plans => plans.AddAsync(TrainingStage.CountyPath, Year, Form(), stage.Planner))
            )
        ).Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_change_and_remove_lines(DatabaseProvider provider)
    {
        var stage = await TrainingStage.SetAsync(provider);
        await AddAsync(stage, Form());
        var id = (await LinesAsync(stage)).Single().Item.Id;
        await stage.RunAsync<TrainingPlans>(plans => plans.ChangeAsync(id, Form(3), stage.Planner));
        (await LinesAsync(stage)).Single().Item.Month.ShouldBe(3);
        var workbook = await stage.RunAsync<PlanWorkbook, Stream>(book =>
            book.CreateAsync(stage.School.Path, Year, stage.Planner, default)
        );
        await using (workbook)
            workbook.Length.ShouldBeGreaterThan(1000);
        await stage.RunAsync<TrainingPlans>(plans => plans.RemoveAsync(id, stage.Planner));
        (await LinesAsync(stage)).ShouldBeEmpty();
    }

    private static PlanItemForm Form(int month = 10) =>
        new()
        {
            Title = "班主任心理辅导基本功",
            Kind = "face-to-face",
            Duties = [DutyKind.ClassTeacher],
            Month = month,
            Times = 4,
            Persons = 200,
            Hours = 6,
        };

    private static Task AddAsync(TrainingStage stage, PlanItemForm form) =>
        stage.RunAsync<TrainingPlans>(plans => plans.AddAsync(stage.School.Path, Year, form, stage.Planner));

    private static Task<IReadOnlyList<PlanLine>> LinesAsync(TrainingStage stage) =>
        stage.RunAsync<TrainingPlans, IReadOnlyList<PlanLine>>(plans => plans.OfAsync(stage.School.Path, Year, stage.Planner));

    private static async Task HeldAsync(TrainingStage stage, string item, TrainingState state, params string[] teachers)
    {
        var (_, session) = await stage.AtAsync(startsIn: -500, change: training => (training.PlanItemId, training.State) = (item, state));
        await stage.ReadAsync(async database =>
        {
            foreach (var teacher in teachers)
                database.Add(
                    new Attendance
                    {
                        SessionId = session,
                        TeacherId = teacher,
                        CheckedInAt = DateTime.UtcNow,
                    }
                );
            return await database.SaveChangesAsync();
        });
    }
}
