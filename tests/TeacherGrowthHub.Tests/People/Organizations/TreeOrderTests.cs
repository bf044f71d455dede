using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Organizations;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People.Organizations;

/// <summary>Counties stand in the order in which the city names them, not in that of their codes.</summary>
public sealed class TreeOrderTests
{
    private static readonly string[] Counties = ["隆阳区", "腾冲市", "施甸县", "龙陵县", "昌宁县"];

    [Fact]
    public void Should_put_parents_first_siblings_by_their_order_and_those_without_one_last()
    {
        Organization[] shuffled = [At("c/b/x/"), At("c/a-b/"), At("c/a/"), At("c/b/", 1), At("c/"), At("c/b/w/"), At("c/z/", 2)];
        shuffled
            .InTreeOrder()
            .Select(organization => organization.Path)
            .ShouldBe(["c/", "c/b/", "c/b/w/", "c/b/x/", "c/z/", "c/a-b/", "c/a/"]);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_name_the_counties_of_the_demo_in_the_order_of_the_city_everywhere(DatabaseProvider provider)
    {
        await using var site = await TestSite.StartAsync(provider);
        var city = new HubUser(
            null,
            null,
            "city",
            null,
            [new(PeoplePermissions.ManageTeachers, Yard.City), new(PeoplePermissions.ManageOrganizations, Yard.City)]
        );
        await site.InScopeAsync(async services =>
        {
            var directory = services.GetRequiredService<PeopleDirectory>();
            var choices = services.GetRequiredService<OrganizationChoices>();
            ShouldBeInOrder((await directory.OrganizationsAsync()).Select(o => o.Name));
            ShouldBeInOrder((await directory.OpenOrganizationsAsync()).Select(o => o.Name));
            ShouldBeInOrder((await directory.CountyNamesAsync()).Values);
            ShouldBeInOrder((await choices.NearAsync(PeoplePermissions.ManageTeachers, null, city)).Select(choice => choice.Name));
            ShouldBeInOrder((await choices.SchoolsAsync(PeoplePermissions.ManageTeachers, city)).Select(school => school.Name));
            ShouldBeInOrder((await services.GetRequiredService<OrganizationOverview>().TargetsAsync(city)).Select(o => o.Name));
            ShouldBeInOrder((await services.GetRequiredService<SchoolYears>().UnconfirmedAsync(city)).Select(school => school.Name));
        });
        await site.SettleAsync();
        using var visitor = await Visitor.SignedInAsync(site, "demo-city");
        ShouldBeInOrder((await visitor.PageAsync("/admin/organizations")).QuerySelectorAll("summary").Select(fold => fold.TextContent));
        ShouldBeInOrder((await visitor.PageAsync("/resources")).QuerySelectorAll("main label").Select(label => label.TextContent));
    }

    private static void ShouldBeInOrder(IEnumerable<string> names) =>
        names.Select(name => Counties.FirstOrDefault(name.Contains)).OfType<string>().Distinct().ShouldBe(Counties);

    private static Organization At(string path, int? order = null) =>
        new()
        {
            Id = path,
            Code = path.Split('/')[^2],
            Name = path,
            Kind = OrganizationKind.School,
            Path = path,
            Order = order,
        };
}
