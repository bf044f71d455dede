using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Recipes;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.Organizations;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People.Organizations;

public sealed class ClosingTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_date_the_end_and_delete_nothing(DatabaseProvider provider)
    {
        var yard = await Yard.OnAsync(provider);
        var school = await yard.Cast.SchoolAsync();
        await yard.CloseAsync(school, Yard.CountyOfficer);
        var closed = await yard.FreshAsync(school);
        (closed.ClosedOn, closed.SuccessorId, closed.Path).ShouldBe((Yard.Today, null, school.Path));
        var line = (await yard.HistoryAsync(school)).ShouldHaveSingleItem();
        (line.Kind, line.On, line.Document).ShouldBe((OrganizationEventKind.Closed, Yard.Today, "试教〔2026〕7号"));
        var entry = (await yard.TrailAsync(school.Id)).ShouldHaveSingleItem();
        (entry.Action, entry.Path).ShouldBe(("Organization.Closed", school.Path));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_refuse_while_somebody_works_there_and_say_how_many(DatabaseProvider provider)
    {
        var yard = await Yard.OnAsync(provider);
        var school = await yard.Cast.SchoolAsync();
        var teacher = await yard.Cast.TeacherAsync(school);
        await yard.Cast.TeacherAsync(school);
        var refusal = await yard.RefusedAsync(school, () => yard.CloseAsync(school));
        refusal.Arguments.ShouldBe([school.Name, 2]);
        await EndPostsAsync(yard, school, Yard.Today);
        await yard.RefusedAsync(school, () => yard.CloseAsync(school));
        await yard.CloseAsync(school, day: Yard.Today.AddDays(1));
        (await yard.FreshAsync(school)).ClosedOn.ShouldBe(Yard.Today.AddDays(1));
        (
            await yard.ReadAsync(database => database.Set<TeacherPost>().AnyAsync(post => post.TeacherId == teacher.TeacherId))
        ).ShouldBeTrue();
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_refuse_while_something_open_lies_below(DatabaseProvider provider)
    {
        await using var site = await TestSite.StartAsync(provider);
        var yard = new Yard(site);
        var city = await yard.AtAsync(Yard.City);
        var county = await yard.CreateAsync(new(city.Id, Yard.NewCode(), OrganizationKind.County, new("试验区教育体育局", [])));
        var school = await yard.Cast.SchoolAsync(county.Path);
        (await yard.RefusedAsync(county, () => yard.CloseAsync(county))).Arguments.ShouldBe([county.Name, 1]);
        await yard.CloseAsync(school, day: Yard.Today.AddDays(5));
        await yard.RefusedAsync(county, () => yard.CloseAsync(county));
        await yard.CloseAsync(county, day: Yard.Today.AddDays(5));
        (await yard.RefusedAsync(city, () => yard.CloseAsync(city, HubUser.System))).Text.ShouldContain("最上级");
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_reopen_not_before_the_end_and_only_below_what_exists(DatabaseProvider provider)
    {
        var yard = await Yard.OnAsync(provider);
        var school = await yard.Cast.SchoolAsync();
        (await yard.RefusedAsync(school, () => yard.ReopenAsync(school))).Kind.ShouldBe(RefusalKind.Conflict);
        await yard.CloseAsync(school);
        (await yard.RefusedAsync(school, () => yard.ReopenAsync(school, day: Yard.Today.AddDays(-1)))).Field.ShouldBe("On");
        await yard.ReopenAsync(school);
        (await yard.FreshAsync(school)).ClosedOn.ShouldBeNull();
        (await yard.HistoryAsync(school))
            .Select(line => line.Kind)
            .ShouldBe([OrganizationEventKind.Closed, OrganizationEventKind.Reopened]);
        (await yard.TrailAsync(school.Id)).Select(entry => entry.Action).ShouldBe(["Organization.Closed", "Organization.Reopened"]);
    }

    [Fact]
    public async Task Should_leave_the_teachers_of_a_merged_school_where_they_are_when_it_reopens()
    {
        var yard = await Yard.OnAsync(DatabaseProvider.Sqlite);
        var (school, into) = (await yard.Cast.SchoolAsync(), await yard.Cast.SchoolAsync());
        await yard.Cast.TeacherAsync(school);
        await yard.MergeAsync(school, into);
        await yard.ReopenAsync(school);
        var reopened = await yard.FreshAsync(school);
        (reopened.ClosedOn, reopened.SuccessorId).ShouldBe((null, null));
        (
            await yard.ReadAsync(database => database.Set<TeacherPost>().CountAsync(p => p.OrganizationId == into.Id && p.To == null))
        ).ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_not_offer_what_is_closed(DatabaseProvider provider)
    {
        var yard = await Yard.OnAsync(provider);
        var (school, later) = (await yard.Cast.SchoolAsync(), await yard.Cast.SchoolAsync());
        var person = await yard.Cast.TeacherAsync(later);
        await yard.CloseAsync(school);
        await yard.DoAsync<PeopleDirectory>(async people =>
        {
            (await people.OpenOrganizationsAsync()).ShouldNotContain(open => open.Id == school.Id);
            (await people.OpenOrganizationsAsync()).ShouldContain(open => open.Id == later.Id);
            (await people.OrganizationsAsync()).ShouldContain(any => any.Id == school.Id);
            (await people.OrganizationAsync(school.Path))!.Name.ShouldBe(school.Name);
        });
        await yard.DoAsync<OrganizationOverview>(async overview =>
            (await overview.TargetsAsync(Yard.CountyOfficer)).ShouldNotContain(open => open.Id == school.Id)
        );
        await yard.RefusedAsync(school, () => yard.Site.GrantAsync(person, "SchoolReviewer", school.Path));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_take_no_new_post_that_would_outlive_the_school(DatabaseProvider provider)
    {
        var staff = await Staff.SetAsync(provider);
        var yard = new Yard(staff.Site);
        var (closed, closing) = (await yard.Cast.SchoolAsync(), await yard.Cast.SchoolAsync());
        await yard.CloseAsync(closed);
        await yard.CloseAsync(closing, day: Yard.Today.AddDays(60));
        var id = await staff.RegisteredAsync();
        foreach (var school in (Organization[])[closed, closing])
        {
            Func<Task>[] appointments =
            [
                () =>
                    staff.DoAsync<TeacherEditing>(editing =>
                        editing.CreateAsync(new TeacherProfile(Staff.NewNumber(), "甲"), school.Path, Staff.Came, false, staff.County)
                    ),
                () => staff.DoAsync<TeacherTransfers>(moves => moves.TransferAsync(id, school.Path, staff.Today, true, staff.County)),
                () => staff.DoAsync<SecondSchools>(seconds => seconds.AddAsync(id, school.Path, staff.Today, staff.County)),
            ];
            foreach (var appointment in appointments)
                ShouldBeClosed(await Staff.RefusedAsync(appointment), school);
        }
        (await staff.TeacherAsync(id)).Posts.ShouldHaveSingleItem().To.ShouldBeNull();
        await staff.DoAsync<TeacherTransfers>(moves => moves.ReleaseAsync(id, staff.Today.AddDays(-1), "调往外校", staff.Admin));
        var number = (await staff.TeacherAsync(id)).TeacherNumber;
        var late = await Staff.RefusedAsync(() =>
            staff.DoAsync<TeacherTransfers>(moves => moves.TakeOverAsync(number, closing.Path, staff.Today, staff.County))
        );
        ShouldBeClosed(late, closing);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_take_a_recipe_with_ended_posts_only(DatabaseProvider provider)
    {
        await using var site = await TestSite.StartAsync(provider);
        var yard = new Yard(site);
        var school = await yard.Cast.SchoolAsync();
        await yard.CloseAsync(school);
        ShouldBeClosed(await Should.ThrowAsync<RefusedException>(() => ImportAsync(null)), school);
        ShouldBeClosed(await Should.ThrowAsync<RefusedException>(() => ImportAsync(Yard.Today)), school);
        (await ImportAsync(Yard.Today.AddDays(-1))).Count(RecipeOutcome.Created).ShouldBe(1);

        Task<RecipeImport> ImportAsync(DateOnly? to) => site.ImportAsync(RecipeOf(school, to));
    }

    [Fact]
    public async Task Should_refuse_whoever_does_not_manage_it_from_above()
    {
        var yard = await Yard.OnAsync(DatabaseProvider.Sqlite);
        var school = await yard.Cast.SchoolAsync();
        var county = await yard.AtAsync(Yard.County);
        (await yard.RefusedAsync(school, () => yard.CloseAsync(school, Yard.OtherOfficer))).Kind.ShouldBe(RefusalKind.NotFound);
        (await yard.RefusedAsync(school, () => yard.CloseAsync(school, Yard.Head(school)))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await yard.RefusedAsync(county, () => yard.CloseAsync(county, Yard.CountyOfficer))).Kind.ShouldBe(RefusalKind.Forbidden);
        await yard.CloseAsync(school);
        (await yard.RefusedAsync(school, () => yard.ReopenAsync(school, Yard.OtherOfficer))).Kind.ShouldBe(RefusalKind.NotFound);
        (await yard.RefusedAsync(school, () => yard.ReopenAsync(school, Yard.Head(school)))).Kind.ShouldBe(RefusalKind.Forbidden);
    }

    private static string RecipeOf(Organization school, DateOnly? to) =>
        JsonSerializer.Serialize(
            new
            {
                name = "x",
                steps = new object[]
                {
                    new
                    {
                        name = "TeacherGrowthHub.Teachers",
                        Teachers = new[]
                        {
                            new
                            {
                                TeacherId = NewId(),
                                TeacherNumber = Staff.NewNumber(),
                                Name = "甲老师",
                                Posts = new[]
                                {
                                    new
                                    {
                                        PostId = NewId(),
                                        Organization = school.Path,
                                        From = Staff.Came,
                                        To = to,
                                    },
                                },
                            },
                        },
                    },
                },
            }
        );

    private static string NewId() => HubId.New(TimeProvider.System);

    private static void ShouldBeClosed(RefusedException refusal, Organization school) =>
        (refusal.Text, refusal.Arguments[0]).ShouldBe(("“{0}”自 {1:yyyy-MM-dd} 起关闭", school.Name));

    private static Task EndPostsAsync(Yard yard, Organization school, DateOnly day) =>
        yard.ReadAsync(database =>
            database
                .Set<TeacherPost>()
                .Where(post => post.OrganizationId == school.Id)
                .ExecuteUpdateAsync(update => update.SetProperty(post => post.To, day))
        );
}
