using System.Net;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain.Balances;

namespace TeacherGrowthHub.Tests.TrainingHours.Figures;

public sealed class FigurePagesTests
{
    [Fact]
    public async Task Should_lead_from_the_county_to_the_school_to_its_teachers()
    {
        var stage = await FigureStage.SetAsync(DatabaseProvider.Sqlite);
        var person = await stage.PersonAsync([(DutyKind.ClassTeacher, 6, StandingState.Missing)]);
        using var officer = await Visitor.SignedInAsync(stage.Site, await new Cast(stage.Site).LoginOfAsync(stage.Officer));
        var county = await officer.PageAsync($"/figures?year={FigureStage.Year}");
        county.QuerySelector("h1")!.TextContent.ShouldBe(stage.County.Code);
        var link = county.QuerySelectorAll("#below, main table a").First(a => a.TextContent == stage.School.Name);
        var school = await officer.PageAsync(link.GetAttribute("href")!);
        school.QuerySelector("main")!.TextContent.ShouldContain(person.Name);
        school.QuerySelector(".breadcrumb a")!.TextContent.ShouldBe(stage.County.Code);
    }

    [Fact]
    public async Task Should_say_the_trend_in_a_table_without_a_script_and_name_unconfirmed_schools()
    {
        var stage = await FigureStage.SetAsync(DatabaseProvider.Sqlite);
        await stage.PersonAsync([(DutyKind.ClassTeacher, 10, StandingState.Met)], year: (await stage.PresentYearAsync()).Year.Id);
        using var officer = await Visitor.SignedInAsync(stage.Site, await new Cast(stage.Site).LoginOfAsync(stage.Officer));
        var page = await officer.PageAsync("/figures");
        page.QuerySelector("[data-trend]")!.HasAttribute("hidden").ShouldBeTrue();
        page.QuerySelector("[data-trend-table]")!.HasAttribute("open").ShouldBeTrue();
        page.QuerySelector("[data-trend-table] tbody td:last-child")!.TextContent.ShouldBe("100%");
        page.QuerySelectorAll(".hub-meta li").Select(school => school.TextContent).ShouldContain(stage.School.Name);
    }

    [Fact]
    public async Task Should_show_guests_counts_of_counties_and_nothing_of_schools_or_people()
    {
        var stage = await FigureStage.SetAsync(DatabaseProvider.Sqlite);
        var year = (await stage.PresentYearAsync()).Year.Id;
        var person = await stage.PersonAsync([(DutyKind.ClassTeacher, 6, StandingState.Missing)], year: year);
        using var guest = new Visitor(stage.Site);
        var text = (await guest.PageAsync($"/figures/public?t={Guid.NewGuid():N}")).QuerySelector("main")!.TextContent;
        text.ShouldContain(stage.County.Code);
        text.ShouldNotContain(stage.School.Name);
        text.ShouldNotContain(person.Name);
        text.ShouldContain("少于5人");
        (await guest.GetAsync("/figures")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Should_print_every_teacher_and_duty_of_a_school_with_places_for_seal_and_signature()
    {
        var stage = await FigureStage.SetAsync(DatabaseProvider.Sqlite);
        await stage.PersonAsync([(DutyKind.ClassTeacher, 10, StandingState.Met), (DutyKind.SubjectTeacher, 1, StandingState.Missing)]);
        await stage.PersonAsync([(DutyKind.SubjectTeacher, 0, StandingState.Exempt)]);
        using var officer = await Visitor.SignedInAsync(stage.Site, await new Cast(stage.Site).LoginOfAsync(stage.Officer));
        var sheet = await officer.PageAsync($"/figures/summary?at={stage.School.Path}&year={FigureStage.Year}");
        sheet.QuerySelectorAll("tbody tr").Length.ShouldBe(3);
        sheet.QuerySelectorAll("tbody tr td[rowspan='2']").Length.ShouldBe(3);
        sheet.QuerySelector(".hub-seals")!.TextContent.ShouldContain("单位（盖章）");
        var county = await officer.PageAsync($"/figures/summary?year={FigureStage.Year}");
        county.QuerySelectorAll("tfoot .num").Select(cell => cell.TextContent).Take(3).ShouldBe(["1", "0", "1"]);
    }
}
