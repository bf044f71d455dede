using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.Tests.TrainingHours;

/// <summary>Teachers of a stage's school for measurements: a third class teachers, the others subject teachers.</summary>
internal static class ManyTeachers
{
    public static Task<List<string>> MakeAsync(HoursStage stage, int count) =>
        stage.Site.InScopeAsync(async services =>
        {
            var teachers = Enumerable.Range(0, count).Select(i => Make(stage, i)).ToList();
            var database = services.GetRequiredService<HubDbContext>();
            database.AddRange(teachers);
            await database.SaveChangesAsync();
            List<string> ids = [.. teachers.Select(teacher => teacher.Id)];
            await services.GetRequiredService<PresentSchools>().RefreshAsync(ids);
            return ids;
        });

    private static Teacher Make(HoursStage stage, int i)
    {
        var teacher = new Teacher
        {
            Id = HubId.New(TimeProvider.System),
            TeacherNumber = "c" + Guid.NewGuid().ToString("N")[..12],
            Name = "教师" + i,
        };
        teacher.Posts.Add(
            new TeacherPost
            {
                Id = HubId.New(TimeProvider.System),
                OrganizationId = stage.School.Id,
                From = new DateOnly(2020, 9, 1),
            }
        );
        var duty = i % 3 == 0 ? DutyKind.ClassTeacher : DutyKind.SubjectTeacher;
        teacher.AddDuty(new DutyProfile(duty, new DateOnly(2024, 9, 1), ClassName: "测试班"), HubId.New(TimeProvider.System));
        return teacher;
    }
}
