using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Content.Recipes;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Recipes;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Services.Ledger.Verification;
using TeacherGrowthHub.Web.Hosting;

namespace TeacherGrowthHub.Tests.TrainingHours;

public sealed class SampleHoursTests
{
    private const string Recipe = "sample-hours";

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Should_fill_a_demo_with_a_school_year_of_hours(DatabaseProvider provider)
    {
        await using var site = await TestSite.StartAsync(provider, settings: new() { [SiteStart.SampleHoursKey] = "true" });
        (await ImportAsync(site))
            .Lines.Where(line => line.Step == "TeacherGrowthHub.SampleHours")
            .ShouldAllBe(line => line.Outcome == RecipeOutcome.Unchanged);
        await site.SettleAsync();
        (await site.InScopeAsync(services => services.GetRequiredService<LedgerVerification>().RunAsync())).Problem.ShouldBeNull();
        var states = await site.InScopeAsync(services =>
            services.GetRequiredService<HubDbContext>().Set<Claim>().Select(claim => claim.State).Distinct().ToListAsync()
        );
        states.Order().ShouldBe([ClaimState.Draft, ClaimState.Waiting, ClaimState.Returned, ClaimState.Refused, ClaimState.Certified]);

        using var teacher = await Visitor.SignedInAsync(site, "demo-teacher");
        (await teacher.PageAsync("/my/hours")).QuerySelectorAll(".hub-ring").Length.ShouldBe(2);
        (await teacher.PageAsync("/trainings")).Body!.TextContent.ShouldContain("示例：寒假前学生情绪疏导班会设计");
        foreach (var officer in new[] { "demo-officer", "demo-city-officer" })
        {
            using var visitor = await Visitor.SignedInAsync(site, officer);
            (await visitor.PageAsync("/certify")).QuerySelectorAll("tbody tr").Length.ShouldBeGreaterThan(3);
        }
    }

    [Fact]
    public async Task Should_write_nothing_in_a_dry_run()
    {
        await using var site = await TestSite.StartAsync(DatabaseProvider.Sqlite);
        (await ImportAsync(site, dryRun: true)).Count(RecipeOutcome.Created).ShouldBeGreaterThan(100);
        (await site.InScopeAsync(services => services.GetRequiredService<HubDbContext>().Set<LedgerEntry>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Should_be_refused_in_production()
    {
        await using var site = await TestSite.StartAsync(DatabaseProvider.Sqlite, environment: "Production");
        await site.InScopeAsync(services => services.GetRequiredService<RecipeExecutor>().ImportAsync("organizations", dryRun: false));
        (await Should.ThrowAsync<RefusedException>(() => ImportAsync(site))).Text.ShouldBe("正式环境不接受示例学时");
        (await site.InScopeAsync(services => services.GetRequiredService<HubDbContext>().Set<Teacher>().CountAsync())).ShouldBe(0);
    }

    private static Task<RecipeImport> ImportAsync(TestSite site, bool dryRun = false) =>
        site.InScopeAsync(services => services.GetRequiredService<RecipeExecutor>().ImportAsync(Recipe, dryRun));
}
