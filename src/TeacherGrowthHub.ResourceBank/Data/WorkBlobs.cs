using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Data;

/// <summary>The files and covers of works. Page images can be drawn again and are not asked for.</summary>
public sealed class WorkBlobs : IBlobReferences
{
    public IQueryable<string> In(HubDbContext database) =>
        database.Set<WorkFile>().Select(file => file.Hash).Concat(Covers(database)).Concat(SmallCovers(database));

    private static IQueryable<string> Covers(HubDbContext database) =>
        database.Set<WorkVersion>().Where(version => version.CoverLarge != null).Select(version => version.CoverLarge!);

    private static IQueryable<string> SmallCovers(HubDbContext database) =>
        database.Set<WorkVersion>().Where(version => version.CoverSmall != null).Select(version => version.CoverSmall!);
}
