using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.Roles;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People;

public sealed class RoleTests
{
    private const string City = "baoshan/";
    private const string County = "baoshan/longyang/";

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_let_a_school_appoint_its_reviewer_and_review_nothing_itself(DatabaseProvider provider)
    {
        var (site, school, administrator) = await SchoolAsync(provider);
        var teacher = await new Cast(site).TeacherAsync(school);
        administrator.Can("ResourceBank.Review", school.Path).ShouldBeFalse();
        await GrantAsync(site, teacher, "SchoolReviewer", school.Path, administrator);
        (await UserAsync(site, teacher)).Can("ResourceBank.Review", school.Path).ShouldBeTrue();
        var line = await LastLineAsync(site, teacher.AccountId!, "Role.Granted");
        line.AccountId.ShouldBe(administrator.AccountId);
        line.Path.ShouldBe(school.Path);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_refuse_more_than_one_holds_and_places_above_or_beside_ones_own(DatabaseProvider provider)
    {
        var (site, school, administrator) = await SchoolAsync(provider);
        var other = await new Cast(site).SchoolAsync();
        var teacher = await new Cast(site).TeacherAsync(school);
        foreach (var role in new[] { "CountyAdministrator", "CityAdministrator", "SystemAdministrator" })
            (await Refused(GrantAsync(site, teacher, role, school.Path, administrator))).ShouldBe(RefusalKind.Forbidden);
        foreach (var path in new[] { County, City, other.Path, "baoshan/nowhere/" })
            (await Refused(GrantAsync(site, teacher, "SchoolReviewer", path, administrator))).ShouldBe(RefusalKind.NotFound);
        (await HeldAsync(site, teacher)).ShouldBe(0);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_refuse_to_take_what_one_could_not_give(DatabaseProvider provider)
    {
        var (site, school, administrator) = await SchoolAsync(provider);
        var teacher = await new Cast(site).TeacherAsync(school);
        var holding = await GrantAsync(site, teacher, "CountyAdministrator", school.Path, HubUser.System);
        (await Refused(RevokeAsync(site, holding.Id, administrator))).ShouldBe(RefusalKind.Forbidden);
        var (_, elsewhere, stranger) = await SchoolAsync(provider);
        elsewhere.Path.ShouldNotBe(school.Path);
        (await Refused(RevokeAsync(site, holding.Id, stranger))).ShouldBe(RefusalKind.NotFound);
        (await HeldAsync(site, teacher)).ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_refuse_a_role_that_is_held_already_and_an_account_that_is_not(DatabaseProvider provider)
    {
        var (site, school, administrator) = await SchoolAsync(provider);
        var teacher = await new Cast(site).TeacherAsync(school);
        await GrantAsync(site, teacher, "StudioHost", school.Path, administrator);
        (await Refused(GrantAsync(site, teacher, "StudioHost", school.Path, administrator))).ShouldBe(RefusalKind.Invalid);
        (
            await Refused(
                site.InScopeAsync(services =>
                    services.GetRequiredService<RoleHoldings>().GrantAsync("nobody-0", "StudioHost", school.Path, administrator)
                )
            )
        ).ShouldBe(RefusalKind.Invalid);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_keep_the_last_system_administrator_even_when_two_remove_each_other(DatabaseProvider provider)
    {
        await using var site = await TestSite.StartAsync(provider);
        var school = await new Cast(site).SchoolAsync();
        var second = await new Cast(site).TeacherAsync(school);
        await GrantAsync(site, second, "SystemAdministrator", City, HubUser.System);
        var holdings = await site.InScopeAsync(services =>
            services
                .GetRequiredService<HubDbContext>()
                .Set<RoleHolding>()
                .Where(holding => holding.RoleName == PortalRole.SystemAdministrator)
                .Select(holding => holding.Id)
                .ToListAsync()
        );
        holdings.Count.ShouldBe(2);
        var attempts = holdings.Select(id => Record.ExceptionAsync(() => RevokeAsync(site, id, HubUser.System)).AsTask());
        var outcomes = await Task.WhenAll(attempts);
        outcomes.Count(outcome => outcome is RefusedException { Kind: RefusalKind.Conflict }).ShouldBe(1);
        outcomes.Count(outcome => outcome is null).ShouldBe(1);
        (await site.InScopeAsync(services => services.GetRequiredService<RoleHoldings>().HasSystemAdministratorAsync())).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_show_an_organisation_and_a_person_only_to_who_administers_them()
    {
        var (site, school, administrator) = await SchoolAsync(DatabaseProvider.Sqlite);
        var (_, _, stranger) = await SchoolAsync(DatabaseProvider.Sqlite);
        var teacher = await new Cast(site).TeacherAsync(school, "StudioHost");
        using var own = await Visitor.SignedInAsync(site, await new Cast(site).LoginOfAsync(administrator));
        var page = await own.PageAsync("/admin/roles?organization=" + Uri.EscapeDataString(school.Path));
        page.Body!.TextContent.ShouldContain(teacher.Name);
        page.QuerySelectorAll("#role option").Select(option => option.GetAttribute("value")).ShouldNotContain("CountyAdministrator");
        (await own.PageAsync("/admin/roles/" + teacher.AccountId)).Body!.TextContent.ShouldContain(teacher.Name);
        using var other = await Visitor.SignedInAsync(site, await new Cast(site).LoginOfAsync(stranger));
        ((int)(await other.GetAsync("/admin/roles?organization=" + Uri.EscapeDataString(school.Path))).StatusCode).ShouldBe(404);
        ((int)(await other.GetAsync("/admin/roles/" + teacher.AccountId)).StatusCode).ShouldBe(404);
    }

    private static async Task<(TestSite Site, Organization School, HubUser Administrator)> SchoolAsync(DatabaseProvider provider)
    {
        var site = await TestSite.OnAsync(provider);
        var school = await new Cast(site).SchoolAsync();
        return (site, school, await new Cast(site).TeacherAsync(school, "SchoolAdministrator"));
    }

    private static async Task<RoleHolding> GrantAsync(TestSite site, HubUser to, string role, string path, HubUser by)
    {
        var login = await new Cast(site).LoginOfAsync(to);
        return await site.InScopeAsync(services => services.GetRequiredService<RoleHoldings>().GrantAsync(login, role, path, by));
    }

    private static Task RevokeAsync(TestSite site, string holding, HubUser by) =>
        site.InScopeAsync(services => services.GetRequiredService<RoleHoldings>().RevokeAsync(holding, by));

    private static async Task<RefusalKind> Refused(Task attempt) => (await Should.ThrowAsync<RefusedException>(attempt)).Kind;

    private static Task<HubUser> UserAsync(TestSite site, HubUser user) =>
        site.InScopeAsync(async services => (await services.GetRequiredService<AccountGrants>().UserAsync(user.AccountId!))!);

    private static Task<int> HeldAsync(TestSite site, HubUser user) =>
        site.InScopeAsync(services =>
            services.GetRequiredService<HubDbContext>().Set<RoleHolding>().CountAsync(holding => holding.AccountId == user.AccountId)
        );

    private static Task<AuditEntry> LastLineAsync(TestSite site, string subject, string action) =>
        site.InScopeAsync(services =>
            services
                .GetRequiredService<HubDbContext>()
                .Set<AuditEntry>()
                .Where(line => line.SubjectId == subject && line.Action == action)
                .OrderByDescending(line => line.Id)
                .FirstAsync()
        );
}
