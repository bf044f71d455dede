using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Services.SignIn;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People;

/// <summary>Failures are counted by network address and forgotten after ten minutes; successes are not counted.</summary>
public sealed class SignInThrottleTests
{
    private static readonly IPAddress Address = IPAddress.Parse("192.0.2.7");

    [Fact]
    public void Should_refuse_an_address_after_its_failures_until_ten_minutes_have_passed()
    {
        var clock = new FakeTimeProvider();
        var throttle = Throttle(clock, 3);
        for (var i = 0; i < 3; i++)
        {
            throttle.EnsureOpen(Address);
            throttle.Fail(Address);
        }
        Should.Throw<RefusedException>(() => throttle.EnsureOpen(Address));
        Should.Throw<RefusedException>(() => throttle.EnsureOpen(Address.MapToIPv6()));
        throttle.EnsureOpen(IPAddress.Parse("192.0.2.8"));
        clock.Advance(SignInThrottle.Window);
        throttle.EnsureOpen(Address);
    }

    [Fact]
    public void Should_count_the_addresses_of_one_household_together()
    {
        var throttle = Throttle(new FakeTimeProvider(), 2);
        throttle.Fail(IPAddress.Parse("2001:db8:1:2::1"));
        throttle.Fail(IPAddress.Parse("2001:db8:1:2::2"));
        Should.Throw<RefusedException>(() => throttle.EnsureOpen(IPAddress.Parse("2001:db8:1:2:ffff::3")));
        throttle.EnsureOpen(IPAddress.Parse("2001:db8:1:3::1"));
    }

    [Fact]
    public async Task Should_slow_down_somebody_who_tries_one_password_on_many_accounts()
    {
        await using var site = await TestSite.StartAsync(DatabaseProvider.Sqlite, settings: new() { ["SignIn:FailuresPerAddress"] = "4" });
        using var visitor = new Visitor(site);
        foreach (var login in (string[])["demo-teacher", "demo-school", "demo-county", "nobody"])
            await visitor.SubmitAsync("/account/signin", new() { ["Login"] = login, ["Password"] = "spring-2026" });
        var fields = new Dictionary<string, string> { ["Login"] = "demo-city", ["Password"] = TestSite.Password };
        var answer = await visitor.SubmitAsync("/account/signin", fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("网络地址");
    }

    private static SignInThrottle Throttle(TimeProvider clock, int limit) =>
        new(new ConfigurationBuilder().AddInMemoryCollection([new("SignIn:FailuresPerAddress", limit.ToString())]).Build(), clock);
}
