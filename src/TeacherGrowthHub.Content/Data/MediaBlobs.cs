using TeacherGrowthHub.Content.Domain;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;

namespace TeacherGrowthHub.Content.Data;

/// <summary>The bytes of the media library.</summary>
public sealed class MediaBlobs : IBlobReferences
{
    public IQueryable<string> In(HubDbContext database) => database.Set<MediaFile>().Select(file => file.Hash);
}
