using System.Text;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Services.Trainings;
using static TeacherGrowthHub.Tests.TrainingHours.HoursStage;

namespace TeacherGrowthHub.Tests.TrainingHours.Trainings;

public sealed class AfterTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_take_homework_and_show_its_file_to_its_teacher_and_the_staff_only(DatabaseProvider provider)
    {
        var stage = await TrainingStage.SetAsync(provider);
        var (teacher, other) = (await stage.TeacherAsync(), await stage.TeacherAsync());
        var (id, _) = await stage.AtAsync(-5, change: training => training.Homework = "写一页");
        await stage.EnrolAsync(id, teacher);
        (await RefusedAsync(() => stage.RunAsync<Homeworks>(h => h.SubmitAsync(id, " ", null, teacher)))).Field.ShouldBe("Text");
        (await RefusedAsync(() => stage.RunAsync<Homeworks>(h => h.SubmitAsync(id, "有", null, other)))).Kind.ShouldBe(
            RefusalKind.Forbidden
        );
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("一页"));
        await stage.RunAsync<Homeworks>(homeworks => homeworks.SubmitAsync(id, "", (@"C:\作业\一页.txt", content), teacher));
        foreach (var reader in new[] { teacher, stage.County })
        {
            var (file, name) = await stage.RunAsync<Homeworks, (Stream, string)>(h => h.FileAsync(id, teacher.TeacherId!, reader));
            using var text = new StreamReader(file);
            (name, await text.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe(("一页.txt", "一页"));
        }
        (await RefusedAsync(() => stage.RunAsync<Homeworks>(h => h.FileAsync(id, teacher.TeacherId!, other)))).Kind.ShouldBe(
            RefusalKind.NotFound
        );
        await RefusedAsync(() => stage.RunAsync<Homeworks>(h => h.DecideAsync(id, teacher.TeacherId!, true, stage.Planner)));
        await stage.RunAsync<Homeworks>(homeworks => homeworks.DecideAsync(id, teacher.TeacherId!, true, stage.County));
        await RefusedAsync(() => stage.RunAsync<Homeworks>(h => h.SubmitAsync(id, "再交", null, teacher)));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_take_feedback_once_and_keep_no_name(DatabaseProvider provider)
    {
        var stage = await TrainingStage.SetAsync(provider);
        var (teacher, other) = (await stage.TeacherAsync(), await stage.TeacherAsync());
        var (id, _) = await stage.AtAsync(startsIn: -5);
        await stage.EnrolAsync(id, teacher);
        (await RefusedAsync(() => GiveAsync(6))).Field.ShouldBe("Score");
        (await RefusedAsync(() => stage.RunAsync<Feedbacks>(f => f.GiveAsync(id, 5, null, other)))).Kind.ShouldBe(RefusalKind.Forbidden);
        await GiveAsync(4);
        (await RefusedAsync(() => GiveAsync(4))).Kind.ShouldBe(RefusalKind.Conflict);
        var said = await stage.RunAsync<Feedbacks, IReadOnlyList<Feedback>>(feedbacks => feedbacks.OfAsync(id, stage.County));
        said.Select(feedback => (feedback.Score, feedback.Text)).ShouldBe([(4, "练习很实用")]);
        typeof(Feedback).GetProperties().Select(property => property.Name).ShouldNotContain("TeacherId");
        await RefusedAsync(() => stage.RunAsync<Feedbacks>(feedbacks => feedbacks.OfAsync(id, stage.Planner)));

        Task GiveAsync(int score) => stage.RunAsync<Feedbacks>(feedbacks => feedbacks.GiveAsync(id, score, "练习很实用", teacher));
    }
}
