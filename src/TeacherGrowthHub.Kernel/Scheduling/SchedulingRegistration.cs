using Microsoft.Extensions.DependencyInjection;
using Quartz;
using TeacherGrowthHub.Kernel.Calendar;

namespace TeacherGrowthHub.Kernel.Scheduling;

/// <summary>Puts jobs on the node's scheduler: Quartz, in memory, nothing stored.</summary>
public static class SchedulingRegistration
{
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(1);

    /// <summary>The scheduler itself; it begins when the site has been up for a minute, never in a command-line verb.</summary>
    public static IServiceCollection AddHubScheduling(this IServiceCollection services) =>
        services.AddQuartzHostedService(options =>
        {
            options.AwaitApplicationStarted = true;
            options.StartDelay = AfterStart;
            options.WaitForJobsToComplete = true;
        });

    /// <summary>Registers a job.</summary>
    /// <param name="cron">Quartz cron (seconds first), wall-clock time of Asia/Shanghai.</param>
    public static IServiceCollection AddScheduledJob<TJob>(this IServiceCollection services, string cron)
        where TJob : class, IScheduledJob
    {
        var name = typeof(TJob).Name;
        services.AddScoped<TJob>();
        return services.AddQuartz(quartz =>
        {
            quartz.UseInMemoryStore();
            quartz.ScheduleJob<ScheduledRun<TJob>>(
                trigger => trigger.WithIdentity(name).WithCronSchedule(cron, schedule => schedule.InTimeZone(SchoolCalendar.Zone)),
                job => job.WithIdentity(name).DisallowConcurrentExecution()
            );
            quartz.RunAtStartup(new JobKey(name));
        });
    }
}
