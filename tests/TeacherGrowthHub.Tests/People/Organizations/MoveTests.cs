using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Organizations;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Services;
using TeacherGrowthHub.Search;
using TeacherGrowthHub.Tests.ResourceBank;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People.Organizations;

public sealed class MoveTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_take_path_teachers_works_requests_and_the_index_along(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var yard = new Yard(stage.Site);
        var title = "迁移" + Yard.NewCode();
        var published = await stage.PublishedAsync(title);
        var submitted = await stage.SubmittedAsync();
        await yard.DoAsync<PresentSchools>(schools => schools.RefreshAsync([stage.Author.TeacherId!]));
        await AskForCorrectionAsync(yard, stage);
        await yard.Site.SettleAsync();
        (await CountyOfAsync(yard, title)).ShouldBe([Yard.County]);

        await yard.MoveAsync(stage.School, await yard.AtAsync(Yard.OtherCounty));

        var moved = await yard.FreshAsync(stage.School);
        moved.Path.ShouldBe(Yard.OtherCounty + stage.School.Code + "/");
        moved.Kind.ShouldBe(OrganizationKind.School);
        (await stage.WorkAsync(published)).OrganizationPath.ShouldBe(moved.Path);
        (await stage.WorkAsync(submitted)).OrganizationPath.ShouldBe(moved.Path);
        (await yard.ReadAsync(database => database.Set<Teacher>().SingleAsync(t => t.Id == stage.Author.TeacherId))).PresentPath.ShouldBe(
            moved.Path
        );
        (
            await yard.ReadAsync(database => database.Set<CorrectionRequest>().SingleAsync(r => r.TeacherId == stage.Author.TeacherId))
        ).OrganizationPath.ShouldBe(moved.Path);
        await yard.Site.SettleAsync();
        (await CountyOfAsync(yard, title)).ShouldBe([Yard.OtherCounty]);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_write_history_and_trail(DatabaseProvider provider)
    {
        var yard = await Yard.OnAsync(provider);
        var school = await yard.Cast.SchoolAsync();
        var city = await yard.AtAsync(Yard.City);
        await yard.MoveAsync(school, city, act: Yard.Act(Yard.Today.AddDays(-1)));
        var moved = await yard.FreshAsync(school);
        (moved.Kind, moved.Path).ShouldBe((OrganizationKind.CityRunSchool, Yard.City + school.Code + "/"));
        var line = (await yard.HistoryAsync(school)).ShouldHaveSingleItem();
        var county = await yard.AtAsync(Yard.County);
        (line.Kind, line.Before, line.After, line.On).ShouldBe(
            (OrganizationEventKind.Moved, county.Name, city.Name, Yard.Today.AddDays(-1))
        );
        var entry = (await yard.TrailAsync(school.Id)).ShouldHaveSingleItem();
        (entry.Action, entry.Path).ShouldBe(("Organization.Moved", moved.Path));
        entry.Before!.ShouldContain(school.Path);
        await yard.MoveAsync(moved, await yard.AtAsync(Yard.OtherCounty));
        (await yard.FreshAsync(school)).Kind.ShouldBe(OrganizationKind.School);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_leave_a_neighbour_whose_code_begins_alike(DatabaseProvider provider)
    {
        var yard = await Yard.OnAsync(provider);
        var county = await yard.AtAsync(Yard.County);
        var school = await yard.Cast.SchoolAsync();
        var neighbour = await yard.CreateAsync(new(county.Id, school.Code + "-2", OrganizationKind.School, new("邻校", [])));
        await yard.MoveAsync(school, await yard.AtAsync(Yard.OtherCounty));
        (await yard.FreshAsync(neighbour)).Path.ShouldBe(neighbour.Path);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_ask_for_another_code_where_a_sibling_has_it(DatabaseProvider provider)
    {
        var yard = await Yard.OnAsync(provider);
        var school = await yard.Cast.SchoolAsync();
        var there = await yard.AtAsync(Yard.OtherCounty);
        await yard.CreateAsync(new(there.Id, school.Code, OrganizationKind.School, new("同代码学校", [])));
        (await yard.RefusedAsync(school, () => yard.MoveAsync(school, there))).Field.ShouldBe("Code");
        var code = Yard.NewCode();
        await yard.MoveAsync(school, there, code: code);
        var moved = await yard.FreshAsync(school);
        (moved.Code, moved.Path).ShouldBe((code, there.Path + code + "/"));
    }

    [Fact]
    public async Task Should_refuse_whoever_does_not_manage_both_places()
    {
        var yard = await Yard.OnAsync(DatabaseProvider.Sqlite);
        var school = await yard.Cast.SchoolAsync();
        var there = await yard.AtAsync(Yard.OtherCounty);
        async Task<RefusalKind> RefusedAsync(HubUser user) =>
            (await yard.RefusedAsync(school, () => yard.MoveAsync(school, there, user))).Kind;
        (await RefusedAsync(Yard.CountyOfficer)).ShouldBe(RefusalKind.NotFound);
        (await RefusedAsync(Yard.OtherOfficer)).ShouldBe(RefusalKind.NotFound);
        (await RefusedAsync(Yard.Head(school))).ShouldBe(RefusalKind.Forbidden);
        (await RefusedAsync(Yard.Officer(school.Path))).ShouldBe(RefusalKind.Forbidden);
    }

    [Fact]
    public async Task Should_refuse_a_wrong_place_a_day_ahead_and_a_closed_school()
    {
        var yard = await Yard.OnAsync(DatabaseProvider.Sqlite);
        var school = await yard.Cast.SchoolAsync();
        var other = await yard.Cast.SchoolAsync(Yard.OtherCounty);
        var county = await yard.AtAsync(Yard.County);
        var there = await yard.AtAsync(Yard.OtherCounty);
        (await yard.RefusedAsync(school, () => yard.MoveAsync(school, other))).Field.ShouldBe("Parent");
        (await yard.RefusedAsync(school, () => yard.MoveAsync(school, county))).Field.ShouldBe("Parent");
        (await yard.RefusedAsync(county, () => yard.MoveAsync(county, there))).Field.ShouldBe("Parent");
        (await yard.RefusedAsync(school, () => yard.MoveAsync(school, there, act: Yard.Act(Yard.Today.AddDays(1))))).Field.ShouldBe("On");
        await yard.CloseAsync(school);
        (await yard.RefusedAsync(school, () => yard.MoveAsync(school, there))).Text.ShouldBe("“{0}”自 {1:yyyy-MM-dd} 起关闭");
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_keep_every_path_true_when_many_move_at_once(DatabaseProvider provider)
    {
        var yard = await Yard.OnAsync(provider);
        var schools = new List<Organization>();
        foreach (var _ in Enumerable.Range(0, 4))
            schools.Add(await yard.Cast.SchoolAsync());
        Organization[] places =
        [
            await yard.AtAsync(Yard.City),
            await yard.AtAsync(Yard.OtherCounty),
            await yard.AtAsync("baoshan/shidian/"),
        ];
        var moves = schools.SelectMany(school => places.Select(place => TryAsync(() => yard.MoveAsync(school, place))));
        (await Task.WhenAll(moves)).ShouldAllBe(isDone => isDone);
        foreach (var school in schools)
        {
            var moved = await yard.FreshAsync(school);
            var parent = await yard.ReadAsync(database => database.Set<Organization>().SingleAsync(o => o.Id == moved.ParentId));
            moved.Path.ShouldBe(OrganizationPath.Child(parent.Path, moved.Code));
            (moved.Kind == OrganizationKind.CityRunSchool).ShouldBe(parent.Kind == OrganizationKind.City);
            (await yard.HistoryAsync(school)).Select(line => line.Kind).ShouldBe(Enumerable.Repeat(OrganizationEventKind.Moved, 3));
        }
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_let_one_of_two_at_once_have_the_code(DatabaseProvider provider)
    {
        var yard = await Yard.OnAsync(provider);
        var county = await yard.AtAsync(Yard.County);
        var wanted = new NewOrganization(county.Id, Yard.NewCode(), OrganizationKind.School, new("抢代码", []));
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TryAsync(() => yard.CreateAsync(wanted))));
        results.Count(isDone => isDone).ShouldBe(1);
    }

    private static async Task<bool> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (RefusedException)
        {
            return false;
        }
    }

    private static Task AskForCorrectionAsync(Yard yard, Stage stage) =>
        yard.DoAsync<HubDbContext>(database =>
        {
            database.Add(
                new CorrectionRequest
                {
                    Id = HubId.New(TimeProvider.System),
                    TeacherId = stage.Author.TeacherId!,
                    OrganizationPath = stage.School.Path,
                    CreatedAt = DateTime.UtcNow,
                }
            );
            return database.SaveChangesAsync();
        });

    private static async Task<IEnumerable<string>> CountyOfAsync(Yard yard, string title)
    {
        var engine = yard.Site.Services.GetRequiredService<ISearchEngine>();
        var counties = new List<string>();
        foreach (var county in new[] { Yard.County, Yard.OtherCounty })
        {
            var facets = new Dictionary<string, IReadOnlyList<string>> { [WorkFacets.County] = [county] };
            var found = await engine.SearchAsync(new SearchRequest { Text = title, Facets = facets });
            if (found.Hits.Any(hit => hit.Title.Any(run => run.Text.Contains(title, StringComparison.Ordinal))))
                counties.Add(county);
        }
        return counties;
    }
}
