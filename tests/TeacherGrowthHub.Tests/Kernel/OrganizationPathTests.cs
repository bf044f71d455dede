using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.Kernel;

public sealed class OrganizationPathTests
{
    [Theory]
    [InlineData("baoshan/longyang/", "baoshan/longyang/yunxiu/", true)]
    [InlineData("baoshan/longyang/", "baoshan/longyang/", true)]
    [InlineData("baoshan/longyang/", "baoshan/longyang2/x/", false)]
    [InlineData("baoshan/longyang/yunxiu/", "baoshan/longyang/", false)]
    [InlineData("baoshan/", "baoshan/bailu/", true)]
    public void Should_contain_itself_and_what_lies_below(string scope, string path, bool inside)
    {
        OrganizationPath.Contains(scope, path).ShouldBe(inside);
        var inRange = string.CompareOrdinal(path, scope) >= 0 && string.CompareOrdinal(path, OrganizationPath.End(scope)) < 0;
        inRange.ShouldBe(inside);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_keep_rows_within_the_scopes_only(DatabaseProvider provider)
    {
        var site = await TestSite.OnAsync(provider);
        var inside = await new Cast(site).SchoolAsync("baoshan/tengchong/");
        var outside = await new Cast(site).SchoolAsync("baoshan/shidian/");
        var found = await site.InScopeAsync(services =>
            services
                .GetRequiredService<HubDbContext>()
                .Set<Organization>()
                .Within(o => o.Path, ["baoshan/tengchong/"])
                .Select(o => o.Path)
                .ToListAsync()
        );
        found.ShouldContain(inside.Path);
        found.ShouldContain("baoshan/tengchong/");
        found.ShouldNotContain(outside.Path);
        found.ShouldAllBe(path => path.StartsWith("baoshan/tengchong/"));
    }

    [Fact]
    public async Task Should_find_nothing_without_a_scope()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        var found = await site.InScopeAsync(services =>
            services.GetRequiredService<HubDbContext>().Set<Organization>().Within(o => o.Path, []).CountAsync()
        );
        found.ShouldBe(0);
    }
}
