using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Notifications;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.Kernel;

/// <summary>Measures, on demand: <c>./hub test -class "*AuditCost" -explicit only</c>; the figures stand in docs/performance.md.</summary>
public sealed class AuditCost
{
    private const int Rounds = 400;
    private const int Lines = 100_000;

    [Theory(Explicit = true)]
    [ClassData(typeof(BothEngines))]
    public async Task Should_cost_little_on_a_save_and_in_verifying(DatabaseProvider provider)
    {
        await using var site = await TestSite.StartAsync(provider, environment: "Development");
        await FillAsync(site);
        var (plain, linked) = (new List<double>(), new List<double>());
        // In turns: the machine's speed changes within seconds.
        for (var i = 0; i < Rounds; i++)
        {
            plain.Add(await SaveAsync(site, isRecorded: false));
            linked.Add(await SaveAsync(site, isRecorded: true));
        }
        Console.WriteLine(
            $"{provider}: save {Median(plain):0.00} ms, with a line of the trail {Median(linked):0.00} ms (median of {Rounds})"
        );
        var watch = Stopwatch.StartNew();
        var verdict = await site.InScopeAsync(services => services.GetRequiredService<AuditVerification>().RunAsync());
        Console.WriteLine($"{provider}: verify {verdict.Count} lines {watch.Elapsed.TotalSeconds:0.0} s");
        verdict.Problem.ShouldBeNull();
    }

    private static Task FillAsync(TestSite site) =>
        site.InScopeAsync(async services =>
        {
            var database = services.GetRequiredService<HubDbContext>();
            for (var i = 0; i < Lines; i++)
            {
                Record(services, i);
                if (i % 5000 != 4999)
                    continue;
                await database.SaveChangesAsync();
                database.ChangeTracker.Clear();
            }
        });

    private static Task<double> SaveAsync(TestSite site, bool isRecorded) =>
        site.InScopeAsync(async services =>
        {
            services.GetRequiredService<NotificationSender>().Send("account", "/my", "note");
            if (isRecorded)
                Record(services, 0);
            var watch = Stopwatch.StartNew();
            await services.GetRequiredService<HubDbContext>().SaveChangesAsync();
            return watch.Elapsed.TotalMilliseconds;
        });

    private static void Record(IServiceProvider services, int i) =>
        services
            .GetRequiredService<AuditTrail>()
            .Record(HubUser.System, "Test.Done", "Test", $"{i}", new { State = "Draft" }, new { State = "Submitted" }, "baoshan/longyang/");

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
