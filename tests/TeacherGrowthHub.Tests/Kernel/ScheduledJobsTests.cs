using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.Kernel;

public sealed class ScheduledJobsTests
{
    [Theory]
    [InlineData(nameof(AuditRetentionJob), "03:30")]
    [InlineData(nameof(PresentSchoolsJob), "00:05")]
    public async Task Should_run_every_night_by_the_clock_of_shanghai(string job, string time)
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        var scheduler = await site.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        var trigger = (await scheduler.GetTrigger(new TriggerKey(job)))!;
        // 20:00 UTC is four in the morning of the next day in Shanghai; a trigger begins when it is made, so the day lies ahead.
        var next = trigger.GetFireTimeAfter(new DateTimeOffset(2090, 7, 1, 20, 0, 0, TimeSpan.Zero))!.Value;
        next.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm").ShouldBe("2090-07-03 " + time);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_set_the_present_school_of_a_post_that_has_begun_overnight(DatabaseProvider provider)
    {
        var site = await TestSite.OnAsync(provider);
        var cast = new Cast(site);
        var school = await cast.SchoolAsync();
        var teacher = await cast.TeacherAsync(school);
        await site.InScopeAsync(services =>
            services
                .GetRequiredService<HubDbContext>()
                .Set<Teacher>()
                .Where(row => row.Id == teacher.TeacherId)
                .ExecuteUpdateAsync(row => row.SetProperty(t => t.PresentPath, (string?)null))
        );
        await site.InScopeAsync(services => services.GetRequiredService<PresentSchoolsJob>().RunAsync(CancellationToken.None));
        var path = await site.InScopeAsync(services =>
            services
                .GetRequiredService<HubDbContext>()
                .Set<Teacher>()
                .Where(row => row.Id == teacher.TeacherId)
                .Select(t => t.PresentPath)
                .SingleAsync()
        );
        path.ShouldBe(school.Path);
    }
}
