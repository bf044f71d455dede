using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace TeacherGrowthHub.Kernel.Scheduling;

/// <summary>One turn of a job, in a scope of its own.</summary>
internal sealed class ScheduledRun<TJob>(IServiceScopeFactory scopes, ILogger<TJob> logger) : IJob
    where TJob : IScheduledJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<TJob>().RunAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(exception, "The scheduled job {Job} failed; its next turn comes", typeof(TJob).Name);
        }
    }
}
