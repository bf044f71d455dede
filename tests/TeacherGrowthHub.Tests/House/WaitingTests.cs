using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.Tests.ResourceBank;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.House;

public sealed class WaitingTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_count_what_waits_by_school_and_show_it_to_who_can_deal_with_it(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var (site, cast) = (stage.Site, new Cast(stage.Site));
        var school = await cast.SchoolAsync();
        var administrator = await cast.TeacherAsync(school, "SchoolAdministrator");
        var teacher = await cast.TeacherAsync(school);
        await site.InScopeAsync(async services =>
        {
            var database = services.GetRequiredService<HubDbContext>();
            database.Add(
                new CorrectionRequest
                {
                    Id = HubId.New(TimeProvider.System),
                    TeacherId = teacher.TeacherId!,
                    OrganizationPath = school.Path,
                    CreatedAt = DateTime.UtcNow,
                }
            );
            await database.SaveChangesAsync();
            await services.GetRequiredService<PresentSchools>().RefreshAsync([teacher.TeacherId!]);
        });
        using var own = await Visitor.SignedInAsync(site, await cast.LoginOfAsync(administrator));
        var page = await own.PageAsync("/admin");
        page.QuerySelectorAll("thead th").Select(cell => cell.TextContent).ShouldBe(["单位", "待确认更正", "未开通账号", "待批准培训"]);
        var row = page.QuerySelectorAll("tbody tr").ShouldHaveSingleItem();
        row.QuerySelector("th")!.TextContent.ShouldBe(school.Name);
        row.QuerySelectorAll("td").Select(cell => cell.TextContent).ShouldBe(["1", "—", "—"]);
        using var elsewhere = await Visitor.SignedInAsync(site, "demo-school");
        (await elsewhere.PageAsync("/admin")).Body!.TextContent.ShouldNotContain(school.Name);
    }
}
