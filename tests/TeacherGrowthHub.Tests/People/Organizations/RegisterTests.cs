using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Organizations;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People.Organizations;

public sealed class RegisterTests
{
    private static readonly OrganizationProfile Profile = new(
        "新桥学校",
        ["J", "P1"],
        IsUrban: true,
        Classes: 12,
        Students: 400,
        AutumnWeeks: 20
    );

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_enter_a_school_with_attributes_history_and_trail(DatabaseProvider provider)
    {
        var yard = await Yard.OnAsync(provider);
        var county = await yard.AtAsync(Yard.County);
        var code = Yard.NewCode();
        var made = await yard.CreateAsync(new(county.Id, code, OrganizationKind.School, Profile), Yard.CountyOfficer);
        var school = await yard.FreshAsync(made);
        (school.Path, school.ParentId).ShouldBe((county.Path + code + "/", county.Id));
        school.Profile.ShouldBeEquivalentTo(
            Profile with
            {
                Stages = new List<string> { "P1", "J" },
            }
        );
        var line = (await yard.HistoryAsync(school)).ShouldHaveSingleItem();
        (line.Kind, line.On, line.After, line.Document).ShouldBe(
            (OrganizationEventKind.Created, Yard.Today, "新桥学校", "试教〔2026〕7号")
        );
        var entry = (await yard.TrailAsync(school.Id)).ShouldHaveSingleItem();
        (entry.Action, entry.Path).ShouldBe(("Organization.Created", school.Path));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_refuse_a_code_that_a_sibling_has_closed_ones_included(DatabaseProvider provider)
    {
        var yard = await Yard.OnAsync(provider);
        var county = await yard.AtAsync(Yard.County);
        var there = await yard.Cast.SchoolAsync();
        await yard.CloseAsync(there);
        var refusal = await yard.RefusedAsync(
            there,
            () => yard.CreateAsync(new(county.Id, there.Code, OrganizationKind.School, Profile), Yard.CountyOfficer)
        );
        refusal.Field.ShouldBe("Code");
    }

    [Theory]
    [InlineData("Bad Code", OrganizationKind.School, "n", "Code")]
    [InlineData("ok", OrganizationKind.County, "n", "Parent")]
    [InlineData("ok", OrganizationKind.School, " ", "Name")]
    public async Task Should_write_nothing_of_bad_input(string code, OrganizationKind kind, string name, string field)
    {
        var yard = await Yard.OnAsync(DatabaseProvider.Sqlite);
        var county = await yard.AtAsync(Yard.County);
        var wanted = new NewOrganization(county.Id, code == "ok" ? Yard.NewCode() : code, kind, Profile with { Name = name });
        (await yard.RefusedAsync(county, () => yard.CreateAsync(wanted))).Field.ShouldBe(field);
        (await yard.ReadAsync(database => database.Set<Organization>().AnyAsync(o => o.Code == wanted.Code))).ShouldBeFalse();
    }

    [Theory]
    [InlineData(-1, null, "Classes")]
    [InlineData(301, null, "Classes")]
    [InlineData(null, 30_001, "Students")]
    public async Task Should_refuse_numbers_that_cannot_be(int? classes, int? students, string field)
    {
        var yard = await Yard.OnAsync(DatabaseProvider.Sqlite);
        var school = await yard.Cast.SchoolAsync();
        var refusal = await yard.RefusedAsync(
            school,
            () => yard.EditAsync(school, new(null, [], Classes: classes, Students: students), Yard.Head(school))
        );
        refusal.Field.ShouldBe(field);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_let_a_school_correct_its_attributes_but_not_its_name(DatabaseProvider provider)
    {
        var yard = await Yard.OnAsync(provider);
        var school = await yard.Cast.SchoolAsync();
        await yard.EditAsync(school, Profile with { Name = null }, Yard.Head(school));
        var edited = await yard.FreshAsync(school);
        (edited.Classes, edited.Name).ShouldBe((12, school.Name));
        (await yard.HistoryAsync(school)).ShouldBeEmpty();
        (await yard.TrailAsync(school.Id)).ShouldHaveSingleItem().Action.ShouldBe("Organization.Edited");
        (await yard.RefusedAsync(school, () => yard.EditAsync(school, Profile, Yard.Head(school)))).Kind.ShouldBe(RefusalKind.Forbidden);
        await yard.EditAsync(school, Profile with { Name = null }, Yard.Head(school));
        (await yard.TrailAsync(school.Id)).Count.ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_write_a_new_name_into_the_history(DatabaseProvider provider)
    {
        var yard = await Yard.OnAsync(provider);
        var school = await yard.Cast.SchoolAsync();
        await yard.EditAsync(school, Profile, Yard.CountyOfficer, Yard.Act(Yard.Today.AddDays(-3)));
        var line = (await yard.HistoryAsync(school)).ShouldHaveSingleItem();
        (line.Kind, line.Before, line.After, line.On).ShouldBe(
            (OrganizationEventKind.Renamed, school.Name, "新桥学校", Yard.Today.AddDays(-3))
        );
        (await yard.ReadAsync(database => new PeopleDirectory(database, null!, null!).OrganizationNamesAsync())).ShouldContain(school.Name);
    }

    [Fact]
    public async Task Should_refuse_whoever_has_nothing_to_say_there()
    {
        var yard = await Yard.OnAsync(DatabaseProvider.Sqlite);
        var county = await yard.AtAsync(Yard.County);
        var city = await yard.AtAsync(Yard.City);
        var school = await yard.Cast.SchoolAsync();
        var other = await yard.Cast.SchoolAsync();
        var wanted = new NewOrganization(county.Id, Yard.NewCode(), OrganizationKind.School, Profile);
        var edit = Profile with { Name = null };
        (await yard.RefusedAsync(county, () => yard.CreateAsync(wanted, Yard.OtherOfficer))).Kind.ShouldBe(RefusalKind.NotFound);
        (await yard.RefusedAsync(county, () => yard.CreateAsync(wanted, Yard.Head(school)))).Kind.ShouldBe(RefusalKind.NotFound);
        (await yard.RefusedAsync(school, () => yard.EditAsync(school, edit, Yard.OtherOfficer))).Kind.ShouldBe(RefusalKind.NotFound);
        (await yard.RefusedAsync(school, () => yard.EditAsync(school, edit, Yard.Head(other)))).Kind.ShouldBe(RefusalKind.NotFound);
        var cityRun = new NewOrganization(city.Id, Yard.NewCode(), OrganizationKind.CityRunSchool, Profile);
        (await yard.RefusedAsync(city, () => yard.CreateAsync(cityRun, Yard.CountyOfficer))).Kind.ShouldBe(RefusalKind.NotFound);
    }

    [Fact]
    public async Task Should_let_nobody_rename_the_own_county_or_the_city_from_below()
    {
        var yard = await Yard.OnAsync(DatabaseProvider.Sqlite);
        var county = await yard.AtAsync(Yard.County);
        var city = await yard.AtAsync(Yard.City);
        var office = new OrganizationProfile("别的名字", []);
        (await yard.RefusedAsync(county, () => yard.EditAsync(county, office, Yard.CountyOfficer))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await yard.RefusedAsync(city, () => yard.EditAsync(city, office, Yard.CityOfficer))).Kind.ShouldBe(RefusalKind.Forbidden);
    }
}
