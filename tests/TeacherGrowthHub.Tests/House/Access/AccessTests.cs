using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.House.Access;

/// <summary>
/// Walks every role × every route × inside and outside of its scope and compares with the one table, <c>access.txt</c>. Pages are
/// opened; what a role may not open is also posted to.
/// </summary>
public sealed partial class AccessTests
{
    private const char Everywhere = '+';
    private const char InsideOnly = 'i';
    private const char Nowhere = '-';

    private static string TablePath => Path.Combine(TestData.Repository, "tests/TeacherGrowthHub.Tests/House/Access/access.txt");

    [Fact]
    public async Task Should_open_to_every_role_exactly_what_the_table_says()
    {
        var site = await TestSite.StartAsync(DatabaseProvider.Sqlite);
        var stage = await AccessStage.SetAsync(site);
        var table = File.ReadLines(TablePath).Where(line => line.StartsWith('/')).Select(Row.Parse).Where(row => !row.IsPublic).ToList();
        var found = new List<Row>();
        foreach (var row in table)
            found.Add(row with { Marks = await WalkAsync(stage, row) });
        await site.DisposeAsync();
        found.Except(table).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_name_every_route_in_the_table()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        var named = File.ReadLines(TablePath)
            .Where(line => line.StartsWith('/'))
            .Select(line => Shape(Row.Parse(line).Address))
            .ToHashSet();
        var routes = site
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(IsOpened)
            .Select(endpoint => Shape("/" + endpoint.RoutePattern.RawText!.TrimStart('/')))
            .Distinct();
        routes.Where(route => !named.Contains(route)).ShouldBeEmpty();
    }

    /// <summary>A line of the table: an address with the names of things in its places, and a mark for every role.</summary>
    private sealed record Row(string Address, string Marks)
    {
        /// <summary>Open to everybody by declaration, whatever it holds; not walked.</summary>
        public bool IsPublic => Marks == "public";

        public static Row Parse(string line)
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return new Row(parts[0], string.Concat(parts[1..]));
        }
    }

    private static async Task<string> WalkAsync(AccessStage stage, Row row)
    {
        var marks = new StringBuilder();
        foreach (var (role, visitor) in stage.Visitors)
        {
            var inside = await IsOpenAsync(visitor, Fill(row.Address, stage.Inside));
            var outside = row.Address.Contains('{') ? await IsOpenAsync(visitor, Fill(row.Address, stage.Outside)) : inside;
            (inside || !outside).ShouldBeTrue($"{role} opens {row.Address} outside its scope and not inside");
            marks.Append(
                outside ? Everywhere
                : inside ? InsideOnly
                : Nowhere
            );
        }
        return marks.ToString();
    }

    // A post without fields changes nothing: where the page is closed it must be closed to posts as well.
    private static async Task<bool> IsOpenAsync(Visitor visitor, string address)
    {
        if (IsOpen(await visitor.GetAsync(address)))
            return true;
        var token = (await visitor.PageAsync("/account/forgotten")).QuerySelector("input[name=__RequestVerificationToken]");
        var fields = new Dictionary<string, string> { ["__RequestVerificationToken"] = token?.GetAttribute("value") ?? "" };
        var posted = await visitor.Client.PostAsync(address, new FormUrlEncodedContent(fields));
        IsOpen(posted).ShouldBeFalse($"POST {address} answered {(int)posted.StatusCode} where GET is closed");
        return false;
    }

    private static bool IsOpen(HttpResponseMessage answer) =>
        answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
        && answer.StatusCode is not (HttpStatusCode.MethodNotAllowed or HttpStatusCode.BadRequest)
        && answer.Headers.Location?.ToString().Contains("/account/signin", StringComparison.Ordinal) != true;

    private static string Fill(string address, IReadOnlyDictionary<string, string> things) =>
        Place().Replace(address, match => things[match.Groups["name"].Value]);

    private static string Shape(string address) => Place().Replace(address.Split('?')[0], "{}").TrimEnd('/');

    // Pages, and endpoints that are read; assets are files of the build.
    private static bool IsOpened(RouteEndpoint endpoint) =>
        (
            endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null
            || endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true
        )
        && endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null
        && endpoint.DisplayName?.StartsWith("Fallback", StringComparison.Ordinal) != true;

    [GeneratedRegex(@"\{(?<name>[A-Za-z]+)[^}]*\}")]
    private static partial Regex Place();
}
