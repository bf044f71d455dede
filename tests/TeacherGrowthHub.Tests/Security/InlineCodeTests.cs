using AngleSharp.Dom;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Tests.ResourceBank;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.Security;

/// <summary>Every page there is, as a guest, an author, a reviewer and the administrator see it: no code and no style in the page itself.</summary>
public sealed class InlineCodeTests
{
    [Fact]
    public async Task Should_keep_script_and_style_out_of_every_page()
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var published = await stage.PublishedAsync("页面");
        var draft = await stage.DraftAsync();
        var submitted = await stage.SubmittedAsync();
        using var guest = new Visitor(stage.Site);
        using var author = await stage.SignInAsync();
        using var reviewer = await stage.SignInAsync(stage.Reviewer);
        using var administrator = await Visitor.SignedInAsync(stage.Site, "demo-admin");
        Visitor[] visitors = [guest, author, reviewer, administrator];
        var routes = PagesOf(stage.Site);
        routes.Count.ShouldBeGreaterThan(20);
        foreach (var route in routes)
        foreach (var id in route.Contains('{') ? (string[])[published, draft, submitted] : [""])
        foreach (var visitor in visitors)
            await ShouldHoldNoCodeAsync(visitor, Fill(route, id));
    }

    private static List<string> PagesOf(TestSite site) =>
        [
            .. site
                .Services.GetServices<EndpointDataSource>()
                .SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
                .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
                .Distinct(),
        ];

    // A place that is no id of a work gets an address of nothing, which is a page too.
    private static string Fill(string route, string id) =>
        string.Join('/', route.Split('/').Select(part => part.StartsWith('{') ? id : part));

    private static async Task ShouldHoldNoCodeAsync(Visitor visitor, string path)
    {
        var answer = await visitor.GetAsync(path);
        ((int)answer.StatusCode).ShouldBeLessThan(500, path);
        if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            return;
        var page = await Visitor.ParseAsync(answer);
        page.QuerySelectorAll("script:not([src]):not([type='application/json'])").ShouldBeEmpty(path);
        page.QuerySelectorAll("style, [style]").ShouldBeEmpty(path);
        page.QuerySelectorAll("[href^='javascript:' i], [action^='javascript:' i]").ShouldBeEmpty(path);
        page.All.Where(element => element.Attributes.Any(IsHandler)).Select(element => element.OuterHtml).ShouldBeEmpty(path);
        page.QuerySelectorAll("script[src], link[rel=stylesheet], img[src]")
            .Select(element => element.GetAttribute("src") ?? element.GetAttribute("href"))
            .ShouldAllBe(address => !address!.Contains("//", StringComparison.Ordinal), path);
    }

    private static bool IsHandler(IAttr attribute) => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase);
}
