using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Scheduling;

namespace TeacherGrowthHub.Kernel.Idempotency;

/// <summary>Forgets answers that nobody asks for again.</summary>
public sealed class OnceOnlyRetentionJob(HubDbContext database, TimeProvider clock) : IScheduledJob
{
    public Task RunAsync(CancellationToken cancellationToken)
    {
        var keptFrom = clock.GetUtcNow().UtcDateTime.AddDays(-OnceOnly.KeptDays);
        return database.Set<IdempotentAnswer>().Where(answer => answer.At < keptFrom).ExecuteDeleteAsync(cancellationToken);
    }
}
