using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;

namespace TeacherGrowthHub.ResourceBank.Services;

internal static class WorkSaving
{
    /// <summary>Saves; who comes second is told so.</summary>
    public static async Task SaveOrConflictAsync(this HubDbContext database, CancellationToken cancellationToken)
    {
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw Conflict();
        }
    }

    public static RefusedException Conflict() =>
        new("这份草稿刚刚在别处保存过。您刚才的输入还在本页；请对照最新内容后再保存。") { Kind = RefusalKind.Conflict };
}
