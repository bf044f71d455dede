using System.Net;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People.Organizations;

public sealed class OrganizationPagesTests
{
    private static string PageOf(Organization organization) => "/admin/organizations/" + organization.Id;

    [Fact]
    public async Task Should_show_a_county_its_own_schools_only()
    {
        var yard = await Yard.OnAsync(DatabaseProvider.Sqlite);
        var (mine, other) = (await yard.Cast.SchoolAsync(Yard.OtherCounty), await yard.Cast.SchoolAsync());
        using var county = await Visitor.SignedInAsync(yard.Site, "demo-county");
        var text = (await county.PageAsync("/admin/organizations?q=" + Uri.EscapeDataString(mine.Name))).Body!.TextContent;
        text.ShouldContain(mine.Name);
        (await county.PageAsync("/admin/organizations?q=" + Uri.EscapeDataString(other.Name))).Body!.TextContent.ShouldContain(
            "没有找到单位"
        );
        (await county.GetAsync(PageOf(mine))).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var page in new[] { "", "/move", "/merge", "/close", "/reopen" })
            (await county.GetAsync(PageOf(other) + page)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await county.GetAsync("/admin/organizations/new?parent=" + (await yard.AtAsync(Yard.County)).Id)).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Fact]
    public async Task Should_keep_what_was_typed_beside_the_message_and_write_nothing()
    {
        var yard = await Yard.OnAsync(DatabaseProvider.Sqlite);
        var school = await yard.Cast.SchoolAsync(Yard.OtherCounty);
        using var county = await Visitor.SignedInAsync(yard.Site, "demo-county");
        var answer = await county.SubmitAsync(
            PageOf(school),
            new()
            {
                ["Form.Name"] = school.Name,
                ["Form.Classes"] = "9999",
                ["Form.Students"] = "abc",
                ["On"] = "2026-01-01",
            }
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Visitor.ParseAsync(answer);
        page.QuerySelector("#students")!.GetAttribute("value").ShouldBe("abc");
        page.QuerySelector("#classes")!.GetAttribute("value").ShouldBe("9999");
        (await yard.FreshAsync(school)).Classes.ShouldBeNull();
    }

    [Fact]
    public async Task Should_lead_from_the_form_to_a_changed_organisation()
    {
        var yard = await Yard.OnAsync(DatabaseProvider.Sqlite);
        var school = await yard.Cast.SchoolAsync(Yard.OtherCounty);
        using var county = await Visitor.SignedInAsync(yard.Site, "demo-county");
        (await county.PageAsync(PageOf(school))).Body!.TextContent.ShouldContain("还有几项没有填报");
        var fields = new Dictionary<string, string>
        {
            ["Form.Name"] = "改名" + school.Code,
            ["Form.Stages"] = "J",
            ["Form.Classes"] = "12",
            ["Form.Students"] = "400",
            ["On"] = Yard.Today.ToString("O"),
            ["Document"] = "试教〔2026〕9号",
        };
        (await county.SubmitAsync(PageOf(school), fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = (await county.PageAsync(PageOf(school))).Body!.TextContent;
        page.ShouldContain("改名" + school.Code);
        page.ShouldContain("试教〔2026〕9号");
        page.ShouldNotContain("还有几项没有填报");
        var changed = await yard.FreshAsync(school);
        (changed.Classes, changed.Students, changed.IsLegalPerson).ShouldBe((12, 400, false));
    }

    [Fact]
    public async Task Should_ask_once_before_a_merger_and_name_the_number()
    {
        var yard = await Yard.OnAsync(DatabaseProvider.Sqlite);
        var (school, into) = (await yard.Cast.SchoolAsync(Yard.OtherCounty), await yard.Cast.SchoolAsync(Yard.OtherCounty));
        await yard.Cast.TeacherAsync(school, "SchoolReviewer");
        using var county = await Visitor.SignedInAsync(yard.Site, "demo-county");
        var page = (await county.PageAsync(PageOf(school) + "/merge")).Body!.TextContent;
        page.ShouldContain("1 位在岗教师");
        page.ShouldContain("1 个在这里担任的角色");
        var fields = new Dictionary<string, string> { ["Into"] = into.Id, ["On"] = Yard.Today.ToString("O") };
        (await county.SubmitAsync(PageOf(school) + "/merge", fields)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await yard.FreshAsync(school)).ClosedOn.ShouldBeNull();
        fields["Confirmed"] = "true";
        (await county.SubmitAsync(PageOf(school) + "/merge", fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await yard.FreshAsync(school)).SuccessorId.ShouldBe(into.Id);
        (await county.PageAsync(PageOf(into))).Body!.TextContent.ShouldContain($"“{school.Name}”并入本单位");
    }

    [Fact]
    public async Task Should_give_a_school_its_attributes_and_nothing_more()
    {
        var yard = await Yard.OnAsync(DatabaseProvider.Sqlite);
        var own = await yard.AtAsync("baoshan/longyang/yunxiu/");
        var other = await yard.Cast.SchoolAsync();
        using var head = await Visitor.SignedInAsync(yard.Site, "demo-school");
        var page = await head.PageAsync(PageOf(own));
        page.QuerySelector("#classes").ShouldNotBeNull();
        page.QuerySelector("#name").ShouldBeNull();
        page.QuerySelectorAll($"main a[href^='{PageOf(own)}/']").ShouldBeEmpty();
        (await head.GetAsync(PageOf(other))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await head.GetAsync(PageOf(own) + "/close")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Should_list_closed_ones_on_demand()
    {
        var yard = await Yard.OnAsync(DatabaseProvider.Sqlite);
        var school = await yard.Cast.SchoolAsync(Yard.OtherCounty);
        await yard.CloseAsync(school);
        using var county = await Visitor.SignedInAsync(yard.Site, "demo-county");
        var path = "/admin/organizations?q=" + Uri.EscapeDataString(school.Name);
        (await county.PageAsync(path)).QuerySelectorAll($"main a[href='{PageOf(school)}']").ShouldBeEmpty();
        var page = await county.PageAsync(path + "&closed=true");
        page.QuerySelectorAll($"main a[href='{PageOf(school)}']").ShouldHaveSingleItem();
        page.Body!.TextContent.ShouldContain("关闭");
    }
}
