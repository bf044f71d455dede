using System.Net;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Tests.ResourceBank;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.Security;

public sealed class HeadersTests
{
    /// <summary>Address, account, status: a public page, pages of roles, errors, files, the API, the probes.</summary>
    public static TheoryData<string, string?, int> Answers =>
        new()
        {
            { "/", null, 200 },
            { "/search?q=x", null, 200 },
            { "/my", null, 302 },
            { "/my", "demo-teacher", 200 },
            { "/admin", "demo-admin", 200 },
            { "/admin", "demo-teacher", 403 },
            { "/nothing-here", null, 404 },
            { "/resources/00000000000000000000000000", null, 404 },
            { "/dist/hub.css", null, 200 },
            { "/dist/hub.js", null, 200 },
            { "/api/v1/resources", null, 200 },
            { "/api/v1/nothing-here", null, 404 },
            { "/api/v1/reviews", null, 401 },
            { "/openapi/v1.json", null, 200 },
            { "/health/ready", null, 200 },
        };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Should_guard_every_kind_of_answer(string path, string? account, int status)
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        using var visitor = account is null ? new Visitor(site) : await Visitor.SignedInAsync(site, account);
        var answer = await visitor.GetAsync(path);
        ((int)answer.StatusCode).ShouldBe(status);
        ShouldBeGuarded(answer);
    }

    [Fact]
    public async Task Should_guard_a_refused_form_and_a_lost_token()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        using var visitor = new Visitor(site);
        ShouldBeGuarded(await visitor.SubmitAsync("/account/signin", new() { ["Login"] = "nobody", ["Password"] = "x" }));
        var lost = await visitor.Client.PostAsync("/account/signin", new FormUrlEncodedContent([]));
        lost.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ShouldBeGuarded(lost);
    }

    [Fact]
    public async Task Should_lock_a_download_into_a_sandbox()
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.PublishedAsync("下载");
        using var author = await stage.SignInAsync();
        var answer = await author.GetAsync($"/resources/{id}/lesson.docx");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        Header(answer, "Content-Security-Policy").ShouldBe("default-src 'none'; sandbox");
        Header(answer, "X-Content-Type-Options").ShouldBe("nosniff");
        Header(answer, "X-Frame-Options").ShouldBe("DENY");
    }

    [Fact]
    public async Task Should_allow_own_files_only_and_passkeys()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        using var visitor = new Visitor(site);
        var page = await visitor.GetAsync("/account/signin");
        var policy = Header(page, "Content-Security-Policy");
        foreach (
            var directive in (string[])
                ["default-src 'self'", "script-src 'self'", "style-src 'self'", "object-src 'none'", "base-uri 'self'"]
        )
            policy.Split("; ").ShouldContain(directive);
        policy.ShouldContain("form-action 'self'");
        var permissions = Header(page, "Permissions-Policy");
        permissions.ShouldContain("publickey-credentials-get=self");
        permissions.ShouldContain("publickey-credentials-create=self");
        permissions.ShouldContain("camera=()");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nothing-here")]
    [InlineData("/api/v1/resources")]
    [InlineData("/my")]
    public async Task Should_ask_for_https_in_future_over_https_only(string path)
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        using var plain = new RawRequests(site);
        (await plain.GetAsync(path)).Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
        using var secure = new RawRequests(site, RawRequests.Https);
        Header(await secure.GetAsync(path), "Strict-Transport-Security").ShouldBe("max-age=31536000");
    }

    [Fact]
    public async Task Should_speak_for_subdomains_when_told_and_believe_only_a_trusted_proxy()
    {
        await using var site = await TestSite.StartAsync(
            DatabaseProvider.Sqlite,
            settings: new() { ["Hsts:IncludeSubDomains"] = "true", ["Proxy:Trusted"] = "127.0.0.0/8, ::1" }
        );
        using var trusted = new RawRequests(site, RawRequests.Https);
        Header(await trusted.GetAsync("/"), "Strict-Transport-Security").ShouldBe("max-age=31536000; includeSubDomains");
        await using var strict = await TestSite.StartAsync(DatabaseProvider.Sqlite, settings: new() { ["Proxy:Trusted"] = "10.9.9.9" });
        using var stranger = new RawRequests(strict, RawRequests.Https);
        var (answer, cookies) = await stranger.SignInAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
        cookies.ShouldAllBe(cookie => !cookie.Contains("secure", StringComparison.OrdinalIgnoreCase));
    }

    private static void ShouldBeGuarded(HttpResponseMessage answer)
    {
        Header(answer, "X-Content-Type-Options").ShouldBe("nosniff");
        Header(answer, "X-Frame-Options").ShouldBe("DENY");
        Header(answer, "Referrer-Policy").ShouldBe("strict-origin-when-cross-origin");
        var policy = Header(answer, "Content-Security-Policy");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        policy.ShouldNotContain("*");
        answer.Headers.Contains("Server").ShouldBeFalse();
    }

    private static string Header(HttpResponseMessage answer, string name)
    {
        answer.Headers.TryGetValues(name, out var values).ShouldBeTrue($"{name} is missing on {answer.RequestMessage!.RequestUri}");
        return string.Join("; ", values!);
    }
}
