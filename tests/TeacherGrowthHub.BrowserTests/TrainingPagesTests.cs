using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.BrowserTests;

/// <summary>The pages of a training that is about to begin, wide and dark, narrow and light.</summary>
public sealed class TrainingPagesTests(Browser browser)
{
    private const string Demo = "demo-teacher";
    private const string Officer = "demo-officer";

    public static TheoryData<string, string?, int, bool> Pages
    {
        get
        {
            (string Path, string? User)[] pages =
            [
                ("/trainings", null),
                ("/trainings?past=true&county=baoshan%2Fshidian%2F", null),
                ("/trainings/{id}", null),
                ("/trainings/{id}", Demo),
                ("/trainings/checkin/{session}", Demo),
                ("/my/trainings", Demo),
                ("/trainings/manage", Officer),
                ("/trainings/manage/new", Officer),
                ("/trainings/manage/{id}", Officer),
                ("/trainings/manage/{id}/roster/{session}", Officer),
                ("/trainings/manage/{id}/screen/{session}?act=in", Officer),
                ("/trainings/manage/{id}/door", Officer),
                ("/trainings/manage/{id}/close", Officer),
                ("/trainings/manage/{id}/work", Officer),
                ("/trainings/plan", Officer),
            ];
            var data = new TheoryData<string, string?, int, bool>();
            foreach (var (path, user) in pages)
            {
                data.Add(path, user, 1280, true);
                data.Add(path, user, 360, false);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Should_be_accessible_fit_and_load_without_errors(string path, string? user, int width, bool dark)
    {
        var training = await TrainingAsync();
        var address = path.Replace("{id}", training.Id, StringComparison.Ordinal)
            .Replace("{session}", training.Sessions[0].Id, StringComparison.Ordinal);
        await PagesTests.LookAsync(browser, width, dark, user, page => page.GotoAsync(address));
    }

    // Of the officer's county for the whole city; the demo teacher has a place.
    private Task<Training> TrainingAsync() =>
        browser.Site.InScopeAsync(async services =>
        {
            var database = services.GetRequiredService<HubDbContext>();
            var start = DateTime.UtcNow.AddMinutes(10);
            var training = new Training
            {
                Id = HubId.New(TimeProvider.System),
                Path = "baoshan/shidian/",
                Title = "校园心理危机识别与转介",
                Kind = "face-to-face",
                Level = TrainingLevel.County,
                IsMentalHealth = true,
                Audience = ["baoshan/"],
                Duties = [DutyKind.ClassTeacher],
                Capacity = 64,
                Description = "怎样看出求助信号，怎样开口。",
                Homework = "写一份转介流程。",
                State = TrainingState.Open,
                CreatedById = "",
                CreatedAt = DateTime.UtcNow,
            };
            training.Sessions.Add(
                new TrainingSession
                {
                    Id = HubId.New(TimeProvider.System),
                    Topic = "看见信号",
                    Start = start,
                    End = start.AddHours(3),
                    Place = "三楼研修室",
                    HoursHundredths = 300,
                    Secret = RotatingCode.NewSecret(),
                }
            );
            training.Replan();
            var teacher = await database.Set<Teacher>().SingleAsync(row => row.TeacherNumber == Demo);
            database.AddRange(training, EnrolmentOf(training, teacher));
            await database.SaveChangesAsync();
            return training;
        });

    private static Enrolment EnrolmentOf(Training training, Teacher teacher) =>
        new()
        {
            TrainingId = training.Id,
            TeacherId = teacher.Id,
            Path = teacher.PresentPath!,
            At = DateTime.UtcNow,
            Secret = RotatingCode.NewSecret(),
        };
}
