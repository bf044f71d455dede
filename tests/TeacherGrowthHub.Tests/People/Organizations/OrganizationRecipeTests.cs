using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Recipes;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People.Organizations;

public sealed class OrganizationRecipeTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_bring_back_attributes_end_successor_and_history(DatabaseProvider provider)
    {
        string first;
        Organization merged;
        await using (var site = await TestSite.StartAsync(provider))
        {
            var yard = new Yard(site);
            var (school, into) = (await yard.Cast.SchoolAsync(), await yard.Cast.SchoolAsync());
            var profile = new OrganizationProfile(null, ["J"], true, false, true, 7, 210, 20, 19);
            await yard.EditAsync(school, profile, Yard.CountyOfficer);
            await yard.Cast.TeacherAsync(school);
            await yard.MergeAsync(school, into);
            merged = await yard.FreshAsync(school);
            first = await site.ExportAsync();
        }
        await using var wiped = await TestSite.StartAsync(provider, environment: "Development");
        await wiped.ImportAsync(first);
        (await wiped.ExportAsync()).ShouldBe(first);
        var back = new Yard(wiped);
        (await back.FreshAsync(merged)).ShouldBeEquivalentTo(merged);
        (await back.HistoryAsync(merged)).ShouldHaveSingleItem().Kind.ShouldBe(OrganizationEventKind.Merged);
        var again = await wiped.ImportAsync(first);
        (again.Count(RecipeOutcome.Created), again.Count(RecipeOutcome.Updated)).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Should_neither_move_nor_reopen_an_organisation()
    {
        await using var site = await TestSite.StartAsync(DatabaseProvider.Sqlite);
        var yard = new Yard(site);
        var school = await yard.Cast.SchoolAsync();
        var before = await site.ExportAsync();
        await yard.MoveAsync(school, await yard.AtAsync(Yard.OtherCounty));
        await yard.CloseAsync(school);
        var moved = await yard.FreshAsync(school);
        var import = await site.ImportAsync(before);
        import.Lines.ShouldContain(line => line.Outcome == RecipeOutcome.Warning && line.Subject == school.Name);
        (await yard.FreshAsync(school)).ShouldBeEquivalentTo(moved);
    }
}
