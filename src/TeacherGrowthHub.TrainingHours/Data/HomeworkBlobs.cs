using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.TrainingHours.Data;

/// <summary>Files of homework.</summary>
public sealed class HomeworkBlobs : IBlobReferences
{
    public IQueryable<string> In(HubDbContext database) =>
        database.Set<Homework>().Where(homework => homework.BlobHash != null).Select(homework => homework.BlobHash!);
}
