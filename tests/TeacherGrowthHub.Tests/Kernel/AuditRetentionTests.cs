using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.Kernel;

public sealed class AuditRetentionTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_remove_what_is_older_than_kept_and_leave_a_chain_that_verifies(DatabaseProvider provider)
    {
        await using var site = await TestSite.StartAsync(provider, environment: "Development");
        await StoreMonthsAsync(site, 12);
        await WriteAsync(site);
        var before = await LinesAsync(site);
        await RunAsync(site, monthsAhead: 11);
        (await LinesAsync(site)).Count.ShouldBe(before.Count);
        await RunAsync(site, monthsAhead: 13);
        var left = await LinesAsync(site);
        left.Single().Action.ShouldBe(AuditRetentionJob.Action);
        left[0].Id.ShouldBe(before[^1].Id + 1);
        left[0].After!.ShouldContain(before[^1].Hash);
        await WriteAsync(site);
        (await VerifyAsync(site)).Problem.ShouldBeNull();
        (await VerifyAsync(site, before[^1].Hash)).Problem.ShouldBeNull();
        (await VerifyAsync(site, before[0].Hash)).Problem.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-24)]
    [InlineData(int.MinValue)]
    [InlineData(5)]
    public async Task Should_never_keep_less_than_six_months_whatever_is_stored(int months)
    {
        await using var site = await TestSite.StartAsync(DatabaseProvider.Sqlite, environment: "Development");
        var first = (await LinesAsync(site))[0].Id;
        await StoreMonthsAsync(site, months);
        await RunAsync(site, monthsAhead: 5);
        (await LinesAsync(site))[0].Id.ShouldBe(first);
        await RunAsync(site, monthsAhead: 7);
        (await LinesAsync(site))[0].Id.ShouldBeGreaterThan(first);
    }

    [Fact]
    public async Task Should_refuse_a_setting_below_six_months()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        await site.InScopeAsync(async services =>
        {
            var settings = services.GetRequiredService<SiteSettings>();
            await Should.ThrowAsync<RefusedException>(() => settings.SetAsync(new AuditRetention { Months = 5 }));
            var type = services.GetServices<SettingsType>().Single(candidate => candidate.Type == typeof(AuditRetention));
            Should.Throw<RefusedException>(() => type.CanRead("""{"Months":5}"""));
            type.CanRead("""{"Months":6}""").ShouldBeTrue();
            type.CanRead("""{"Months":"x"}""").ShouldBeFalse();
            new AuditRetention().Months.ShouldBe(24);
        });
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_keep_lines_that_somebody_changed_for_they_are_evidence(DatabaseProvider provider)
    {
        await using var site = await TestSite.StartAsync(provider, environment: "Development");
        await WriteAsync(site);
        var before = await LinesAsync(site);
        await site.InScopeAsync(services =>
            services
                .GetRequiredService<HubDbContext>()
                .Database.ExecuteSqlRawAsync("""UPDATE "AuditEntries" SET "ActorName" = 'nobody' WHERE "Id" = 1""")
        );
        await RunAsync(site, monthsAhead: 30);
        (await LinesAsync(site)).Count.ShouldBe(before.Count);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_do_nothing_twice_and_go_on_from_where_it_stood(DatabaseProvider provider)
    {
        await using var site = await TestSite.StartAsync(provider, environment: "Development");
        await RunAsync(site, monthsAhead: 25);
        var once = await LinesAsync(site);
        await RunAsync(site, monthsAhead: 25);
        (await LinesAsync(site)).Select(line => line.Id).ShouldBe(once.Select(line => line.Id));
        await RunAsync(site, monthsAhead: 60);
        (await VerifyAsync(site)).ShouldSatisfyAllConditions(
            verdict => verdict.Problem.ShouldBeNull(),
            verdict => verdict.Count.ShouldBe(1),
            verdict => verdict.LastId.ShouldBe(once[^1].Id + 1)
        );
    }

    private static Task RunAsync(TestSite site, int monthsAhead) =>
        site.InScopeAsync(services =>
        {
            var clock = new FakeTimeProvider(DateTimeOffset.UtcNow.AddMonths(monthsAhead));
            var database = services.GetRequiredService<HubDbContext>();
            return new AuditRetentionJob(
                database,
                ActivatorUtilities.CreateInstance<AuditTrail>(services, database, clock),
                services.GetRequiredService<AuditVerification>(),
                services.GetRequiredService<SiteSettings>(),
                clock,
                NullLogger<AuditRetentionJob>.Instance
            ).RunAsync(CancellationToken.None);
        });

    // As somebody with the database could: past the rule of the section.
    private static Task StoreMonthsAsync(TestSite site, int months) =>
        site.InScopeAsync(async services =>
        {
            await services.GetRequiredService<SiteSettings>().SetAsync(nameof(AuditRetention), $$"""{"Months":{{months}}}""");
            await services.GetRequiredService<HubDbContext>().SaveChangesAsync();
        });

    private static Task WriteAsync(TestSite site) =>
        site.InScopeAsync(services =>
        {
            services.GetRequiredService<AuditTrail>().Record(HubUser.System, "Test.Done", "Test", "x");
            return services.GetRequiredService<HubDbContext>().SaveChangesAsync();
        });

    private static Task<List<AuditEntry>> LinesAsync(TestSite site) =>
        site.InScopeAsync(services =>
            services.GetRequiredService<HubDbContext>().Set<AuditEntry>().AsNoTracking().OrderBy(line => line.Id).ToListAsync()
        );

    private static Task<AuditVerdict> VerifyAsync(TestSite site, string? head = null) =>
        site.InScopeAsync(services => services.GetRequiredService<AuditVerification>().RunAsync(head));
}
