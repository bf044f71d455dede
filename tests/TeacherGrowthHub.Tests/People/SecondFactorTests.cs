using System.Net;
using System.Net.Http.Json;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.People.Api;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.SignIn;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.Web.Hosting;

namespace TeacherGrowthHub.Tests.People;

/// <summary>The authenticator app: asked for once it is set up, and demanded of system administrators in Production.</summary>
public sealed class SecondFactorTests
{
    private const string AppPage = "/my/security/app";

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_ask_for_the_digits_once_the_app_is_set_up(DatabaseProvider provider)
    {
        var (site, user, login) = await PersonAsync(provider);
        using var owner = await Visitor.SignedInAsync(site, login);
        var (key, codes) = await SetUpAsync(owner);
        codes.Count.ShouldBe(SecondFactors.CodeCount);
        using var visitor = new Visitor(site);
        var step = await PasswordAsync(visitor, login);
        (await visitor.GetAsync("/my")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var wrong = await visitor.SubmitAsync(step, new() { ["Code"] = "000000" });
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var right = await visitor.SubmitAsync(step, new() { ["Code"] = Totp.Now(key) });
        right.Headers.Location!.ToString().ShouldBe("/my");
        (await visitor.GetAsync("/my")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var token = new TokenEndpoints.TokenRequest(login, TestSite.Password);
        (await visitor.Client.PostAsJsonAsync("/api/v1/token", token)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        token = token with { Code = Totp.Now(key, ahead: 1) };
        (await visitor.Client.PostAsJsonAsync("/api/v1/token", token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await ShouldStoreNoCodeAsync(site, user, codes);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_take_the_same_digits_once(DatabaseProvider provider)
    {
        var (site, _, login) = await PersonAsync(provider);
        using var owner = await Visitor.SignedInAsync(site, login);
        var key = (await owner.PageAsync(AppPage)).QuerySelector("#key")!.TextContent;
        var digits = Totp.Now(key);
        (await owner.SubmitAsync(AppPage, new() { ["Code"] = digits }, "Enable")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var first = new Visitor(site);
        using var second = new Visitor(site);
        var step = await PasswordAsync(first, login);
        await PasswordAsync(second, login);
        foreach (var used in (string[])[digits, Totp.Now(key, ahead: -1)])
            (await first.SubmitAsync(step, new() { ["Code"] = used })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var later = Totp.Now(key, ahead: 1);
        var answers = await Task.WhenAll(
            first.SubmitAsync(step, new() { ["Code"] = later }),
            second.SubmitAsync(step, new() { ["Code"] = later })
        );
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        var token = new TokenEndpoints.TokenRequest(login, TestSite.Password, later);
        (await owner.Client.PostAsJsonAsync("/api/v1/token", token)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_take_each_recovery_code_once(DatabaseProvider provider)
    {
        var (site, _, login) = await PersonAsync(provider);
        using var owner = await Visitor.SignedInAsync(site, login);
        var (_, codes) = await SetUpAsync(owner);
        using var first = new Visitor(site);
        var step = await PasswordAsync(first, login) + "&recovery=true";
        (await first.SubmitAsync(step, new() { ["Code"] = codes[0] })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await first.GetAsync("/my")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var second = new Visitor(site);
        await PasswordAsync(second, login);
        (await second.SubmitAsync(step, new() { ["Code"] = codes[0] })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await second.SubmitAsync(step, new() { ["Code"] = codes[1] })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_lock_the_account_after_too_many_wrong_digits(DatabaseProvider provider)
    {
        var (site, _, login) = await PersonAsync(provider);
        using var owner = await Visitor.SignedInAsync(site, login);
        var (key, _) = await SetUpAsync(owner);
        using var visitor = new Visitor(site);
        var step = await PasswordAsync(visitor, login);
        for (var i = 0; i < 5; i++)
            await visitor.SubmitAsync(step, new() { ["Code"] = "000000" });
        var late = await visitor.SubmitAsync(step, new() { ["Code"] = Totp.Now(key) });
        late.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ParseAsync(late)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("锁定");
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_ask_for_the_digits_after_a_one_time_code_too(DatabaseProvider provider)
    {
        var (site, user, login) = await PersonAsync(provider);
        using var owner = await Visitor.SignedInAsync(site, login);
        await SetUpAsync(owner);
        var code = await site.WithAccountAsync<AccountCodes, string>(
            user.AccountId!,
            (codes, account) => codes.IssueAsync(account, HubUser.System)
        );
        using var visitor = new Visitor(site);
        var fields = new Dictionary<string, string>
        {
            ["Login"] = login,
            ["Code"] = code,
            ["Password"] = "lantern-quiet-river-58",
            ["Repeat"] = "lantern-quiet-river-58",
            ["Agree"] = "true",
        };
        var answer = await visitor.SubmitAsync("/account/activate", fields);
        answer.Headers.Location!.ToString().ShouldStartWith("/account/second-step");
        (await visitor.GetAsync("/my")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await owner.GetAsync("/my")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_let_the_system_administrator_do_nothing_before_in_production(DatabaseProvider provider)
    {
        await using var site = await TestSite.StartAsync(provider, environment: "Production");
        using var visitor = new Visitor(site);
        var fields = new Dictionary<string, string>
        {
            ["Form.Organizations"] = "",
            ["Form.Number"] = "boss-1",
            ["Form.Name"] = "管理员",
            ["Form.Password"] = TestSite.Password,
            ["Repeat"] = TestSite.Password,
        };
        var setup = "/setup?key=" + site.Services.GetRequiredService<SetupLink>().Key;
        (await visitor.SubmitAsync(setup, fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        foreach (var path in (string[])["/admin", "/", "/my", "/my/security", "/my/security/email"])
            (await visitor.GetAsync(path)).Headers.Location?.ToString().ShouldBe(AccountGate.SecondFactorPage, path);
        var token = new TokenEndpoints.TokenRequest("boss-1", TestSite.Password);
        (await visitor.Client.PostAsJsonAsync("/api/v1/token", token)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await Programs.ShouldBeRefusedAsync(await visitor.GetAsync("/api/v1/search?q=x"), "验证器");
        (await visitor.GetAsync("/admin/export/teachers")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await visitor.PageAsync(AccountGate.SecondFactorPage)).QuerySelector("a[href='/my/security/app']").ShouldNotBeNull();
        await SetUpAsync(visitor);
        await visitor.SubmitAsync("/account/consent", []);
        (await visitor.GetAsync("/admin")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_refuse_a_token_from_before_its_owner_got_a_role_that_needs_the_app(DatabaseProvider provider)
    {
        await using var site = await TestSite.StartAsync(provider);
        var cast = new Cast(site);
        var school = await cast.SchoolAsync();
        var user = await cast.TeacherAsync(school);
        using var program = await Programs.SignedInAsync(site, await cast.LoginOfAsync(user));
        await site.InScopeAsync(async services =>
        {
            var rules = new SecondFactorRules { Roles = ["SchoolAdministrator"] };
            await services.GetRequiredService<SiteSettings>().SetAsync(rules);
            await services.GetRequiredService<HubDbContext>().SaveChangesAsync();
        });
        await site.GrantAsync(user, "SchoolAdministrator", school.Path);
        await Programs.ShouldBeRefusedAsync(await program.GetAsync("/api/v1/resources"), "验证器");
    }

    private static async Task<(TestSite Site, HubUser User, string Login)> PersonAsync(DatabaseProvider provider)
    {
        var site = await TestSite.OnAsync(provider);
        var cast = new Cast(site);
        var user = await cast.TeacherAsync(await cast.SchoolAsync());
        return (site, user, await cast.LoginOfAsync(user));
    }

    private static async Task<(string Key, List<string> Codes)> SetUpAsync(Visitor owner)
    {
        var key = (await owner.PageAsync(AppPage)).QuerySelector("#key")!.TextContent;
        var wrong = await owner.SubmitAsync(AppPage, new() { ["Code"] = "000000" }, "Enable");
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var answer = await owner.SubmitAsync(AppPage, new() { ["Code"] = Totp.Now(key, ahead: -1) }, "Enable");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (key, [.. (await Visitor.ParseAsync(answer)).QuerySelectorAll("#recovery li").Select(item => item.TextContent)]);
    }

    private static async Task<string> PasswordAsync(Visitor visitor, string login)
    {
        var fields = new Dictionary<string, string> { ["Login"] = login, ["Password"] = TestSite.Password };
        var step = (await visitor.SubmitAsync("/account/signin", fields)).Headers.Location!.ToString();
        step.ShouldStartWith("/account/second-step");
        return step;
    }

    private static Task ShouldStoreNoCodeAsync(TestSite site, HubUser user, List<string> codes) =>
        site.InScopeAsync(async services =>
        {
            var stored = await services
                .GetRequiredService<HubDbContext>()
                .Set<Microsoft.AspNetCore.Identity.IdentityUserToken<string>>()
                .Where(token => token.UserId == user.AccountId)
                .Select(token => token.Value)
                .ToListAsync();
            stored.ShouldNotBeEmpty();
            codes.ShouldAllBe(code => !stored.Any(value => value!.Contains(code)));
        });
}
