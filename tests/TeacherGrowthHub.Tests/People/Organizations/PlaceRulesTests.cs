using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.Tests.People.Organizations;

public sealed class PlaceRulesTests
{
    private static readonly DateOnly Today = new(2026, 9, 1);

    [Theory]
    [InlineData(OrganizationKind.City, OrganizationKind.County, true)]
    [InlineData(OrganizationKind.City, OrganizationKind.CityRunSchool, true)]
    [InlineData(OrganizationKind.City, OrganizationKind.School, false)]
    [InlineData(OrganizationKind.City, OrganizationKind.City, false)]
    [InlineData(OrganizationKind.County, OrganizationKind.School, true)]
    [InlineData(OrganizationKind.County, OrganizationKind.CityRunSchool, false)]
    [InlineData(OrganizationKind.County, OrganizationKind.County, false)]
    [InlineData(OrganizationKind.School, OrganizationKind.School, false)]
    [InlineData(OrganizationKind.CityRunSchool, OrganizationKind.School, false)]
    public void Should_know_what_may_lie_below_what(OrganizationKind above, OrganizationKind below, bool isAllowed)
    {
        var act = () => OrganizationPlace.EnsureMayLieBelow(below, "x", Place(above, "a/"), Today);
        if (isAllowed)
            act.ShouldNotThrow();
        else
            act.ShouldThrow<RefusedException>().Field.ShouldBe("Parent");
    }

    [Fact]
    public void Should_let_the_kind_of_a_school_follow_its_place()
    {
        var school = Place(OrganizationKind.School, "c/x/s/");
        school.MoveBelow(Place(OrganizationKind.City, "c/"), "t");
        (school.Kind, school.Path, school.Code).ShouldBe((OrganizationKind.CityRunSchool, "c/t/", "t"));
        school.MoveBelow(Place(OrganizationKind.County, "c/y/"), "t");
        (school.Kind, school.Path).ShouldBe((OrganizationKind.School, "c/y/t/"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("云岫")]
    [InlineData("Yun")]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Should_refuse_a_code_that_no_path_can_carry(string code) =>
        Should.Throw<RefusedException>(() => OrganizationPlace.CheckedCode(code)).Field.ShouldBe("Code");

    [Fact]
    public void Should_refuse_a_path_that_is_too_long()
    {
        var deep = Place(OrganizationKind.County, "c/" + new string('x', 160) + "/");
        Should
            .Throw<RefusedException>(() => OrganizationPlace.EnsureMayLieBelow(OrganizationKind.School, new string('s', 40), deep, Today))
            .Field.ShouldBe("Code");
    }

    [Fact]
    public void Should_refuse_a_circle_a_move_to_where_it_is_and_a_closed_parent()
    {
        var county = Place(OrganizationKind.County, "c/x/");
        var below = Place(OrganizationKind.School, "c/x/s/");
        Moving(county, below).Text.ShouldBe("不能放到自己或自己的下级单位下面");
        Moving(county, county).Text.ShouldBe("不能放到自己或自己的下级单位下面");
        below.ParentId = county.Id;
        Moving(below, county).Text.ShouldBe("“{0}”已经在“{1}”下面");
        var closed = Place(OrganizationKind.County, "c/y/");
        closed.Close(Today);
        Moving(below, closed).Text.ShouldBe("“{0}”自 {1:yyyy-MM-dd} 起关闭");
        below.Close(Today);
        Moving(below, Place(OrganizationKind.County, "c/z/")).Text.ShouldBe("“{0}”自 {1:yyyy-MM-dd} 起关闭");
    }

    [Fact]
    public void Should_take_a_day_inside_the_history_and_not_ahead_only()
    {
        new OrganizationAct(Today, " 试教〔2026〕7号 ").Checked(Today, Today).Document.ShouldBe("试教〔2026〕7号");
        Should.Throw<RefusedException>(() => new OrganizationAct(null).Checked(null, Today)).Field.ShouldBe("On");
        Should.Throw<RefusedException>(() => new OrganizationAct(Today.AddDays(1)).Checked(null, Today)).Field.ShouldBe("On");
        Should.Throw<RefusedException>(() => new OrganizationAct(Today.AddDays(-1)).Checked(Today, Today)).Field.ShouldBe("On");
        Should.Throw<RefusedException>(() => new OrganizationAct(new DateOnly(1900, 1, 1)).Checked(null, Today)).Field.ShouldBe("On");
        Should
            .Throw<RefusedException>(() => new OrganizationAct(Today, new string('文', 81)).Checked(null, Today))
            .Field.ShouldBe("Document");
    }

    [Fact]
    public void Should_name_what_a_school_has_not_reported_and_ask_nothing_of_an_office()
    {
        var school = Place(OrganizationKind.School, "c/x/s/");
        OrganizationGap.Of(school).Select(gap => gap.Field).ShouldBe(["学段", "班级数", "学生数"]);
        school.Apply(new OrganizationProfile("n", ["J"], Classes: 3, Students: 0));
        OrganizationGap.Of(school).ShouldBeEmpty();
        OrganizationGap.Of(Place(OrganizationKind.County, "c/x/")).ShouldBeEmpty();
    }

    [Fact]
    public void Should_refuse_attributes_of_a_school_for_an_office()
    {
        new OrganizationProfile("局", []).CheckedFor(OrganizationKind.County).Name.ShouldBe("局");
        OrganizationProfile[] schools =
        [
            new("局", ["J"]),
            new("局", [], IsUrban: true),
            new("局", [], IsBoarding: true),
            new("局", [], Classes: 1),
            new("局", [], Students: 1),
            new("局", [], AutumnWeeks: 20),
            new("局", [], SpringWeeks: 20),
        ];
        foreach (var profile in schools)
        {
            Should.Throw<RefusedException>(() => profile.CheckedFor(OrganizationKind.City));
            profile.CheckedFor(OrganizationKind.School).Name.ShouldBe("局");
        }
    }

    private static RefusedException Moving(Organization organization, Organization parent) =>
        Should.Throw<RefusedException>(() => OrganizationPlace.EnsureMayMove(organization, parent, "s", Today));

    private static Organization Place(OrganizationKind kind, string path) =>
        new()
        {
            Id = "id of " + path,
            Code = "s",
            Name = "单位" + path,
            Kind = kind,
            Path = path,
        };
}
