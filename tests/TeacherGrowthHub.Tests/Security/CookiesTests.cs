using System.Net;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.Security;

public sealed class CookiesTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_hide_every_cookie_from_scripts_and_from_other_sites(bool isHttps)
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        using var browser = isHttps ? new RawRequests(site, RawRequests.Https) : new RawRequests(site);
        var (answer, cookies) = await browser.SignInAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var session = cookies.Single(cookie => cookie.StartsWith("hub.session=", StringComparison.Ordinal));
        var saved = await browser.SendAsync(HttpMethod.Get, "/language/en");
        cookies = [.. cookies, .. RawRequests.SetBy(saved)];
        Names(cookies).ShouldBe(["hub.antiforgery", "hub.session", "hub.culture"], ignoreOrder: true);
        foreach (var cookie in cookies)
        {
            var attributes = cookie.Split(';', StringSplitOptions.TrimEntries).Select(a => a.ToLowerInvariant()).ToList();
            attributes.ShouldContain("httponly", cookie);
            attributes.ShouldContain(attribute => attribute == "samesite=lax" || attribute == "samesite=strict", cookie);
            attributes.Contains("secure").ShouldBe(isHttps, cookie);
        }
        (await browser.GetAsync("/my", RawRequests.Pair(session))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static IEnumerable<string> Names(IEnumerable<string> cookies) => cookies.Select(cookie => cookie.Split('=')[0]).Distinct();
}
