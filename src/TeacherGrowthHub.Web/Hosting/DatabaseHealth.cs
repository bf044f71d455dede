using Microsoft.Extensions.Diagnostics.HealthChecks;
using TeacherGrowthHub.Kernel.Data;

namespace TeacherGrowthHub.Web.Hosting;

/// <summary>Ready means: the database answers.</summary>
public sealed class DatabaseHealth(HubDbContext database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await database.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}

/// <summary>Tags of health checks.</summary>
public static class HealthTags
{
    /// <summary>Checks behind <c>/health/ready</c>; a module's own engines add theirs.</summary>
    public const string Ready = "ready";
}
