using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Changes;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Services;

/// <summary>The works that ship for trying out.</summary>
public sealed class SampleLibrary(HubDbContext database, AuditTrail audit, ChangeLog changes)
{
    public Task<int> CountAsync(CancellationToken cancellationToken = default) =>
        database.Set<Work>().CountAsync(work => work.IsSample, cancellationToken);

    /// <summary>Removes every sample; they come back by their recipe.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> RemoveAsync(HubUser user, CancellationToken cancellationToken = default)
    {
        var samples = await database.Set<Work>().Where(work => work.IsSample).ToListAsync(cancellationToken);
        foreach (var sample in samples)
            changes.Append(WorkChange.Kind, sample.Id);
        database.RemoveRange(samples);
        audit.Record(user, "Samples.Removed", nameof(Work), "samples", before: new { samples.Count });
        await database.SaveChangesAsync(cancellationToken);
        return samples.Count;
    }
}
