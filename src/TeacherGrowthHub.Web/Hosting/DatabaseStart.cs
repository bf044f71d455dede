using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;

namespace TeacherGrowthHub.Web.Hosting;

/// <summary>Brings the database to this version's schema.</summary>
public static class DatabaseStart
{
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<HubDbContext>().Database.MigrateAsync(cancellationToken);
    }
}
