using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Cli;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People;

public sealed class ScaleTeachersTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_fill_the_sample_schools_with_sample_numbers_twice(DatabaseProvider provider)
    {
        await using var site = await TestSite.StartAsync(provider);
        await SeedAsync(site);
        await SeedAsync(site);
        var filter = new TeacherFilter { Text = "sample-" };
        var page = await site.InScopeAsync(services => services.GetRequiredService<TeacherList>().PageAsync(filter, 1, HubUser.System));
        page.Total.ShouldBe(240);
        page.Rows.ShouldAllBe(row => row.Duties.Count > 0 && row.School != null);
        var others = await site.InScopeAsync(services =>
            services
                .GetRequiredService<HubDbContext>()
                .Set<TeacherPost>()
                .CountAsync(post => !post.Organization!.IsSample && post.Organization.Kind == OrganizationKind.School)
        );
        others.ShouldBe(0);
    }

    private static Task SeedAsync(TestSite site) =>
        site.InScopeAsync(services =>
            services.GetServices<IHubCommand>().Single(command => command.Verb == "seed scale").RunAsync(["--teachers", "120"], default)
        );
}
