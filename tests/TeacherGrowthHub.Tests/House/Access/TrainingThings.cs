using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.Tests.TrainingHours.Trainings;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.Tests.House.Access;

/// <summary>A training that runs now, its session, homework and a line of the plan of one school.</summary>
internal static class TrainingThings
{
    public static Task<IReadOnlyDictionary<string, string>> MakeAsync(TestSite site, string path, string teacherId) =>
        site.InScopeAsync<IReadOnlyDictionary<string, string>>(async services =>
        {
            var database = services.GetRequiredService<HubDbContext>();
            var training = Training(path);
            var item = Item(path);
            using var content = new MemoryStream(Encoding.UTF8.GetBytes("作业"));
            var blob = await services.GetRequiredService<IBlobStore>().WriteAsync(content);
            database.AddRange(training, item, Homework(training.Id, teacherId, blob.Hash));
            await database.SaveChangesAsync();
            return new Dictionary<string, string>
            {
                ["training"] = training.Id,
                ["session"] = training.Sessions[0].Id,
                ["planitem"] = item.Id,
            };
        });

    private static Training Training(string path)
    {
        var training = new Training
        {
            Id = HubId.New(TimeProvider.System),
            Path = path,
            Title = "校本研修",
            Kind = "school-based",
            State = TrainingState.Open,
            CreatedById = "",
            CreatedAt = DateTime.UtcNow,
        };
        training.Sessions.Add(TrainingStage.Session(DateTime.UtcNow, 60));
        training.Replan();
        return training;
    }

    private static PlanItem Item(string path) =>
        new()
        {
            Id = HubId.New(TimeProvider.System),
            Path = path,
            SchoolYear = 2025,
            Title = "校本研修",
            Kind = "school-based",
            Month = 10,
            Times = 1,
            Persons = 10,
            HoursHundredths = 200,
        };

    private static Homework Homework(string trainingId, string teacherId, string blobHash) =>
        new()
        {
            TrainingId = trainingId,
            TeacherId = teacherId,
            BlobHash = blobHash,
            FileName = "homework.txt",
            SubmittedAt = DateTime.UtcNow,
        };
}
