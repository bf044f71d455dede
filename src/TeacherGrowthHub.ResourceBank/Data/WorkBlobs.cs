using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Data;

/// <summary>The files of works. Page images can be drawn again and are not asked for.</summary>
public sealed class WorkBlobs : IBlobReferences
{
    public IQueryable<string> In(HubDbContext database) => database.Set<WorkFile>().Select(file => file.Hash);
}
