using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.Tests.ResourceBank;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.Web.Hosting;

namespace TeacherGrowthHub.Tests.House;

/// <summary>An empty installation and the link that was printed when it started.</summary>
public sealed class SetupTests
{
    private const string Own = """
        {"name":"own","steps":[{"name":"TeacherGrowthHub.Organizations","Organizations":[
          {"OrganizationId":"01m6a6ft00xwnxwnxwnxwnxwn0","Code":"owncity","Name":"自有市教体局","Kind":"City"},
          {"OrganizationId":"01m6a6ft00xwnxwnxwnxwnxwn1","Code":"school","Name":"自有学校","Kind":"School","Parent":"owncity/"}]}]}
        """;

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_take_ones_own_organisations_and_close_behind_itself(DatabaseProvider provider)
    {
        await using var site = await TestSite.StartAsync(provider, environment: "Development");
        using var visitor = new Visitor(site);
        var answer = await PostAsync(site, visitor, Own);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe("/admin");
        (await visitor.GetAsync("/admin")).Headers.Location!.ToString().ShouldStartWith("/account/consent");
        (await visitor.SubmitAsync("/account/consent", [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await visitor.GetAsync("/admin")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await visitor.PageAsync("/")).Title!.ShouldContain("自有中心");
        (await NamesAsync(site)).ShouldBe(["自有市教体局", "自有学校"], ignoreOrder: true);
        using var late = new Visitor(site);
        (await late.GetAsync(Address(site))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await late.GetAsync("/my")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_keep_the_form_when_the_recipe_is_refused_and_work_when_it_is_mended(DatabaseProvider provider)
    {
        await using var site = await TestSite.StartAsync(provider, environment: "Development");
        using var visitor = new Visitor(site);
        string[] broken = [Own[..^20], "教案", "", Own.Replace("\"City\"", "\"Circus\""), Own.Replace("\"school\"", "\"../x\"")];
        foreach (var recipe in broken)
        {
            var answer = await PostAsync(site, visitor, recipe);
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, recipe);
            var page = await Visitor.ParseAsync(answer);
            page.Problem().ShouldMatch(@"[\u4e00-\u9fff]{2,}");
            page.Value("#sitename").ShouldBe("自有中心");
            page.Value("#number").ShouldBe("boss-1");
            page.Value("#adminname").ShouldBe("管理员<script>");
            page.Value("[name=Key]").ShouldBe(site.Services.GetRequiredService<SetupLink>().Key);
            (await NamesAsync(site)).ShouldBeEmpty(recipe);
        }
        (await PostAsync(site, visitor, Own)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Should_refuse_a_wrong_key_and_an_administrator_without_name_number_or_password()
    {
        await using var site = await TestSite.StartAsync(DatabaseProvider.Sqlite, environment: "Development");
        using var visitor = new Visitor(site);
        foreach (var key in (string[])["", "x", "../../", site.Services.GetRequiredService<SetupLink>().Key + "x"])
            (await visitor.GetAsync("/setup?key=" + Uri.EscapeDataString(key))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        foreach (var field in (string[])["Form.Number", "Form.Name", "Form.Password", "Repeat"])
        {
            var answer = await PostAsync(site, visitor, Own, field);
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, field);
            (await Visitor.ParseAsync(answer)).Problem().ShouldMatch(@"[\u4e00-\u9fff]{4,}");
        }
        (await NamesAsync(site)).ShouldBeEmpty();
    }

    private static string Address(TestSite site) => "/setup?key=" + site.Services.GetRequiredService<SetupLink>().Key;

    private static async Task<HttpResponseMessage> PostAsync(TestSite site, Visitor visitor, string recipe, string? empty = null)
    {
        var page = await visitor.PageAsync(Address(site));
        var fields = new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = page.Value("[name=__RequestVerificationToken]")!,
            ["Key"] = page.Value("[name=Key]")!,
            ["Form.SiteName"] = "自有中心",
            ["Form.Owner"] = "自有市教体局",
            ["Form.Organizations"] = "organizations",
            ["Form.Number"] = "boss-1",
            ["Form.Name"] = "管理员<script>",
            ["Form.Password"] = TestSite.Password,
            ["Repeat"] = TestSite.Password,
        };
        if (empty is not null)
            fields[empty] = "";
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(recipe)), "Form.OwnOrganizations", "own.recipe.json");
        return await visitor.Client.PostAsync(Address(site), form);
    }

    private static Task<List<string>> NamesAsync(TestSite site) =>
        site.InScopeAsync(services =>
            services.GetRequiredService<HubDbContext>().Set<Organization>().Select(organization => organization.Name).ToListAsync()
        );
}
