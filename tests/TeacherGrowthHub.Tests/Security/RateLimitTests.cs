using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Tests.ResourceBank;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.Security;

public sealed class RateLimitTests
{
    private const int Permits = 3;
    private const int WindowSeconds = 600;

    [Fact]
    public async Task Should_stop_guessing_from_one_address_and_say_how_long()
    {
        await using var site = await LimitedAsync("SignIn");
        using var guesser = new RawRequests(site, RawRequests.From("203.0.113.7"));
        for (var i = 0; i < Permits; i++)
            (await guesser.SignInAsync("nobody", "x")).Answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var (page, _) = await guesser.SignInAsync("nobody", "x");
        var seconds = ShouldWait(page);
        (await page.Content.ReadAsStringAsync()).ShouldContain($"请在 {seconds} 秒后再试");
        var api = await guesser.SendAsync(
            HttpMethod.Post,
            "/api/v1/token",
            JsonContent.Create(new { login = "demo-teacher", password = TestSite.Password })
        );
        await ShouldBeAProblemAsync(api);
        // Pages stay readable, and the next address is another visitor.
        (await guesser.GetAsync("/account/signin")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var teacher = new RawRequests(site, RawRequests.From("203.0.113.8"));
        (await teacher.SignInAsync()).Answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Should_count_a_whole_ipv6_network_as_one_address()
    {
        await using var site = await LimitedAsync("SignIn");
        for (var i = 0; i < Permits; i++)
            (await PostAsync(site, $"2001:db8:1:2::{i + 1}")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(site, "2001:db8:1:2:ffff::9")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await PostAsync(site, "2001:db8:1:3::1")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Should_limit_searches_of_page_and_api_together_and_people_apart_from_guests()
    {
        await using var site = await LimitedAsync("Search");
        using var guest = new RawRequests(site);
        (await guest.GetAsync("/search?q=a")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await guest.GetAsync("/search?q=a")).StatusCode.ShouldBe(HttpStatusCode.OK, "a kept page counts too");
        (await guest.GetAsync("/api/v1/search?q=a")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await guest.GetAsync("/search?q=b");
        ShouldWait(page);
        page.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        await ShouldBeAProblemAsync(await guest.GetAsync("/api/v1/search?q=b"));
        (await guest.GetAsync("/resources")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var teacher = await Visitor.SignedInAsync(site, "demo-teacher");
        using var peer = await Visitor.SignedInAsync(site, "demo-peer");
        for (var i = 0; i < Permits; i++)
            (await teacher.GetAsync("/search?q=a")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await teacher.GetAsync("/search?q=a")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await peer.GetAsync("/search?q=a")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Should_limit_uploads_of_one_account_and_keep_what_arrived()
    {
        await using var site = await LimitedAsync("Upload");
        using var teacher = await Visitor.SignedInAsync(site, "demo-teacher");
        var begun = await teacher.Client.PostAsJsonAsync("/api/v1/resources", new { kind = "lesson" });
        var work = (await begun.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        var address = await Tus.OpenAsync(teacher, work, "a.txt", 10);
        (await Tus.SendAsync(teacher, address, 0, "ab"u8.ToArray())).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Tus.SendAsync(teacher, address, 2, "cd"u8.ToArray())).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await ShouldBeAProblemAsync(await Tus.SendAsync(teacher, address, 4, "ef"u8.ToArray()));
        (await Tus.OffsetAsync(teacher, address)).ShouldBe("4");
        using var form = new MultipartFormDataContent { { new StringContent("x"), "x" } };
        (await teacher.Client.PostAsync("/my/resources/new", form)).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        using var peer = await Visitor.SignedInAsync(site, "demo-peer");
        (await peer.Client.PostAsync("/my/resources/new", form)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Should_limit_the_api_of_one_token_whatever_address_it_comes_from()
    {
        await using var site = await LimitedAsync("Api");
        using var client = new HttpClient { BaseAddress = site.Address };
        var issued = await client.PostAsJsonAsync("/api/v1/token", new { login = "demo-teacher", password = TestSite.Password });
        var token = (await issued.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        for (var i = 0; i <= Permits; i++)
        {
            client.DefaultRequestHeaders.Remove("X-Forwarded-For");
            client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113." + i);
            var answer = await client.GetAsync("/api/v1/resources");
            if (i < Permits)
                answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            else
                await ShouldBeAProblemAsync(answer);
        }
        client.DefaultRequestHeaders.Authorization = null;
        (await client.GetAsync("/api/v1/resources")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Should_let_a_school_of_a_hundred_sign_in_behind_one_address_with_the_shipped_limits()
    {
        await using var site = await TestSite.StartAsync(DatabaseProvider.Sqlite, settings: new() { ["RateLimits:Enabled"] = "true" });
        const int eachTriesThreeTimes = 300;
        for (var i = 0; i < eachTriesThreeTimes; i++)
            (await PostAsync(site, "203.0.113.7")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task<HttpResponseMessage> PostAsync(TestSite site, string address)
    {
        using var raw = new RawRequests(site, RawRequests.From(address));
        return await raw.SendAsync(HttpMethod.Post, "/account/signin", new FormUrlEncodedContent([]));
    }

    private static Task<TestSite> LimitedAsync(string limit) =>
        TestSite.StartAsync(
            DatabaseProvider.Sqlite,
            settings: new()
            {
                ["RateLimits:Enabled"] = "true",
                [$"RateLimits:{limit}:PerAccount"] = Permits.ToString(CultureInfo.InvariantCulture),
                [$"RateLimits:{limit}:PerAddress"] = Permits.ToString(CultureInfo.InvariantCulture),
                [$"RateLimits:{limit}:Window"] = TimeSpan.FromSeconds(WindowSeconds).ToString(),
            }
        );

    private static int ShouldWait(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        var seconds = (int)answer.Headers.RetryAfter.ShouldNotBeNull().Delta!.Value.TotalSeconds;
        seconds.ShouldBeInRange(1, WindowSeconds);
        return seconds;
    }

    private static async Task ShouldBeAProblemAsync(HttpResponseMessage answer)
    {
        var seconds = ShouldWait(answer);
        (await answer.DetailAsync()).ShouldContain($"{seconds} 秒");
    }
}
