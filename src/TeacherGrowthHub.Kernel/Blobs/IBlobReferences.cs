using TeacherGrowthHub.Kernel.Data;

namespace TeacherGrowthHub.Kernel.Blobs;

/// <summary>Names the blobs that a module's rows cannot do without; a backup without one of them is refused.</summary>
public interface IBlobReferences
{
    /// <summary>Hashes, repeated or not.</summary>
    IQueryable<string> In(HubDbContext database);
}
