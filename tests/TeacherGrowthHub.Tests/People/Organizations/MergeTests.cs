using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.Tests.ResourceBank;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People.Organizations;

public sealed class MergeTests
{
    private static readonly DateOnly Day = Yard.Today.AddDays(-2);

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_carry_posts_roles_and_works_over_and_keep_the_history(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var yard = new Yard(stage.Site);
        var work = await stage.SubmittedAsync();
        var into = await yard.Cast.SchoolAsync(Yard.OtherCounty);
        await yard.MergeAsync(stage.School, into, day: Day);

        var closed = await yard.FreshAsync(stage.School);
        (closed.ClosedOn, closed.SuccessorId, closed.Path, closed.Name).ShouldBe((Day, into.Id, stage.School.Path, stage.School.Name));
        var posts = await PostsAsync(yard, stage.Author);
        posts
            .Select(post => (post.OrganizationId, post.From, post.To))
            .ShouldBe([(stage.School.Id, new DateOnly(2020, 9, 1), Day.AddDays(-1)), (into.Id, Day, null)]);
        (await yard.ReadAsync(database => database.Set<Teacher>().SingleAsync(t => t.Id == stage.Author.TeacherId))).PresentPath.ShouldBe(
            into.Path
        );
        (await RolesAsync(yard, stage.Reviewer)).ShouldBe([("SchoolReviewer", into.Id)]);
        (await stage.WorkAsync(work)).OrganizationPath.ShouldBe(into.Path);
        (await stage.QueueAsync(stage.Reviewer with { Grants = [new Grant("ResourceBank.Review", into.Path)] })).ShouldContain(work);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_write_history_and_a_line_for_everybody_concerned(DatabaseProvider provider)
    {
        var yard = await Yard.OnAsync(provider);
        var (school, into) = (await yard.Cast.SchoolAsync(), await yard.Cast.SchoolAsync());
        var teacher = await yard.Cast.TeacherAsync(school, "SchoolReviewer");
        await yard.MergeAsync(school, into, Yard.CountyOfficer);
        var line = (await yard.HistoryAsync(school)).ShouldHaveSingleItem();
        (line.Kind, line.After, line.On).ShouldBe((OrganizationEventKind.Merged, into.Name, Yard.Today));
        (await yard.TrailAsync(school.Id)).ShouldHaveSingleItem().Action.ShouldBe("Organization.Merged");
        var moved = (await yard.TrailAsync(teacher.TeacherId!)).ShouldHaveSingleItem();
        (moved.Action, moved.ActorName, moved.Path).ShouldBe(("Teacher.PostMoved", Yard.CountyOfficer.Name, into.Path));
        (
            await yard.ReadAsync(database =>
                database.Set<AuditEntry>().CountAsync(entry => entry.Action == "Role.Moved" && entry.Path == into.Path)
            )
        ).ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_give_nobody_the_same_role_twice(DatabaseProvider provider)
    {
        var yard = await Yard.OnAsync(provider);
        var (school, into) = (await yard.Cast.SchoolAsync(), await yard.Cast.SchoolAsync());
        var teacher = await yard.Cast.TeacherAsync(school, "SchoolReviewer");
        await yard.Site.GrantAsync(teacher, "SchoolReviewer", into.Path);
        await yard.Site.GrantAsync(teacher, "SchoolAdministrator", school.Path);
        await yard.MergeAsync(school, into);
        (await RolesAsync(yard, teacher)).ShouldBe([("SchoolAdministrator", into.Id), ("SchoolReviewer", into.Id)]);
    }

    [Fact]
    public async Task Should_refuse_what_cannot_become_one()
    {
        var yard = await Yard.OnAsync(DatabaseProvider.Sqlite);
        var (school, into) = (await yard.Cast.SchoolAsync(), await yard.Cast.SchoolAsync());
        var (county, city) = (await yard.AtAsync(Yard.County), await yard.AtAsync(Yard.City));
        var root = HubUser.System;
        (await yard.RefusedAsync(school, () => yard.MergeAsync(school, school))).Text.ShouldBe("不能并入自己");
        (await yard.RefusedAsync(school, () => yard.MergeAsync(school, county, root))).Field.ShouldBe("Into");
        (await yard.RefusedAsync(county, () => yard.MergeAsync(county, city, root))).Text.ShouldContain("下面还有");
        (await yard.RefusedAsync(city, () => yard.MergeAsync(city, county, root))).Text.ShouldContain("最上级");
        (await yard.RefusedAsync(school, () => yard.MergeAsync(school, into, day: Yard.Today.AddDays(1)))).Field.ShouldBe("On");
        await yard.CloseAsync(into);
        (await yard.RefusedAsync(school, () => yard.MergeAsync(school, into))).Field.ShouldBe("Into");
        (await yard.RefusedAsync(into, () => yard.MergeAsync(into, school))).Kind.ShouldBe(RefusalKind.Conflict);
    }

    [Fact]
    public async Task Should_refuse_whoever_does_not_manage_both()
    {
        var yard = await Yard.OnAsync(DatabaseProvider.Sqlite);
        var (school, into) = (await yard.Cast.SchoolAsync(), await yard.Cast.SchoolAsync(Yard.OtherCounty));
        var teacher = await yard.Cast.TeacherAsync(school);
        foreach (var user in new[] { Yard.CountyOfficer, Yard.OtherOfficer, Yard.Head(school) })
            (await yard.RefusedAsync(school, () => yard.MergeAsync(school, into, user))).Kind.ShouldBeOneOf(
                RefusalKind.NotFound,
                RefusalKind.Forbidden
            );
        (await PostsAsync(yard, teacher)).ShouldHaveSingleItem().To.ShouldBeNull();
    }

    private static Task<List<TeacherPost>> PostsAsync(Yard yard, HubUser user) =>
        yard.ReadAsync(database =>
            database.Set<TeacherPost>().Where(post => post.TeacherId == user.TeacherId).OrderBy(post => post.From).ToListAsync()
        );

    private static async Task<IEnumerable<(string, string)>> RolesAsync(Yard yard, HubUser user) =>
        (
            await yard.ReadAsync(database =>
                database.Set<RoleHolding>().Where(holding => holding.AccountId == user.AccountId).OrderBy(h => h.RoleName).ToListAsync()
            )
        ).Select(holding => (holding.RoleName, holding.OrganizationId));
}
