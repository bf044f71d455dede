using Microsoft.EntityFrameworkCore;
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
    private const string County = "baoshan/longyang/";

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_lead_from_a_count_to_the_list_of_that_organisation_and_kind(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var (site, cast) = (stage.Site, new Cast(stage.Site));
        var (school, other) = (await cast.SchoolAsync(), await cast.SchoolAsync());
        var county = await OrganizationAsync(site, County);
        var administrator = await cast.TeacherAsync(county, "CountyAdministrator");
        foreach (var at in (Organization[])[school, other])
            await site.ChangeAccountAsync(await cast.TeacherAsync(at), account => account.PasswordHash = null);
        var work = await stage.SubmittedAsync();
        using var visitor = await Visitor.SignedInAsync(site, await cast.LoginOfAsync(administrator));
        var row = (await visitor.PageAsync("/admin"))
            .QuerySelectorAll("tbody tr")
            .Single(r => r.QuerySelector("th")!.TextContent == school.Name);
        var link = row.QuerySelector("td a")!;
        link.GetAttribute("href").ShouldBe($"/admin/accounts?state=NotActivated&organization={Uri.EscapeDataString(school.Path)}");
        var list = (await visitor.PageAsync(link.GetAttribute("href")!)).QuerySelectorAll("tbody tr");
        list.Length.ShouldBe(int.Parse(link.TextContent));
        list.ShouldAllBe(line => line.TextContent.Contains(school.Name));
        // An organisation that is not one's own narrows nothing, and widens nothing.
        var outside = await visitor.PageAsync("/admin/accounts?state=NotActivated&organization=baoshan%2F");
        outside.QuerySelectorAll("tbody tr").ShouldAllBe(line => !line.TextContent.Contains("腾冲"));
        var reviewer = await cast.TeacherAsync(county, "Reviewer");
        (await stage.QueueAsync(reviewer, school.Path)).ShouldBeEmpty();
        (await stage.QueueAsync(reviewer, stage.School.Path)).ShouldBe([work]);
        (await stage.QueueAsync(reviewer, "baoshan/tengchong/")).ShouldContain(work);
    }

    private static Task<Organization> OrganizationAsync(TestSite site, string path) =>
        site.InScopeAsync(services =>
            services.GetRequiredService<HubDbContext>().Set<Organization>().AsNoTracking().SingleAsync(o => o.Path == path)
        );

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
        page.QuerySelectorAll("thead th")
            .Select(cell => cell.TextContent)
            .ShouldBe(["单位", "待确认更正", "未开通账号", "学时审核", "待批准培训"]);
        var row = page.QuerySelectorAll("tbody tr").ShouldHaveSingleItem();
        row.QuerySelector("th")!.TextContent.ShouldBe(school.Name);
        row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ShouldBe(["1", "—", "—", "—"]);
        var list = row.QuerySelector("td a")!.GetAttribute("href")!;
        list.ShouldBe("/admin/corrections?organization=" + Uri.EscapeDataString(school.Path));
        (await own.PageAsync(list)).QuerySelector("main")!.TextContent.ShouldContain(teacher.Name);
        using var elsewhere = await Visitor.SignedInAsync(site, "demo-school");
        (await elsewhere.PageAsync("/admin")).Body!.TextContent.ShouldNotContain(school.Name);
    }
}
