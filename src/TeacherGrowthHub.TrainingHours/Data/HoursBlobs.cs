using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.TrainingHours.Domain.Claims;

namespace TeacherGrowthHub.TrainingHours.Data;

/// <summary>Evidence of claims.</summary>
public sealed class HoursBlobs : IBlobReferences
{
    public IQueryable<string> In(HubDbContext database) => database.Set<ClaimEvidence>().Select(evidence => evidence.BlobHash);
}
