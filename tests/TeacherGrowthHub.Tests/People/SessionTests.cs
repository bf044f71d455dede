using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People;

/// <summary>A session that is ended opens nothing, on any device, from the next request on.</summary>
public sealed class SessionTests
{
    private const string Page = "/my/security";

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_note_that_a_session_was_seen_without_waiting_for_somebody_who_writes(DatabaseProvider provider)
    {
        var (site, user, login) = await PersonAsync(provider);
        using var here = await Visitor.SignedInAsync(site, login);
        var longAgo = DateTime.UtcNow.AddDays(-2);
        await SetSeenAsync(longAgo);
        await site.InScopeAsync(async services =>
        {
            await using var writer = await services.GetRequiredService<HubDbContext>().Database.BeginTransactionAsync();
            await SessionsOf(services).ExecuteUpdateAsync(row => row.SetProperty(session => session.Device, "writer"));
            (await here.GetAsync("/my")).StatusCode.ShouldBe(HttpStatusCode.OK);
            await writer.RollbackAsync();
        });
        await site.InScopeAsync(services =>
            services.GetRequiredService<SeenSessions>().StoreAsync(services.GetRequiredService<HubDbContext>(), CancellationToken.None)
        );
        (await site.InScopeAsync(services => SessionsOf(services).SingleAsync())).SeenAt.ShouldBeGreaterThan(longAgo.AddDays(1));

        IQueryable<AccountSession> SessionsOf(IServiceProvider services) =>
            services.GetRequiredService<HubDbContext>().Set<AccountSession>().Where(row => row.AccountId == user.AccountId);

        Task SetSeenAsync(DateTime at) =>
            site.InScopeAsync(services => SessionsOf(services).ExecuteUpdateAsync(row => row.SetProperty(session => session.SeenAt, at)));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_end_one_other_session_and_leave_ones_own(DatabaseProvider provider)
    {
        var (site, user, login) = await PersonAsync(provider);
        using var here = await Visitor.SignedInAsync(site, login);
        using var there = await Visitor.SignedInAsync(site, login);
        var other = (await here.PageAsync(Page)).QuerySelector("[name=session]")!.GetAttribute("value")!;
        (await here.SubmitAsync(Page, new() { ["session"] = other }, "End")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await there.GetAsync("/my")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await here.GetAsync("/my")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await here.SubmitAsync(Page, new() { ["session"] = other }, "End")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await ActionsAsync(site, user)).ShouldBe(["Account.SignedIn", "Account.SignedIn", "Account.SessionEnded"]);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_not_end_the_session_of_somebody_else(DatabaseProvider provider)
    {
        var (site, user, login) = await PersonAsync(provider);
        var (_, _, stranger) = await PersonAsync(provider);
        using var victim = await Visitor.SignedInAsync(site, login);
        using var attacker = await Visitor.SignedInAsync(site, stranger);
        var session = await site.InScopeAsync(services =>
            services.GetRequiredService<HubDbContext>().Set<AccountSession>().SingleAsync(row => row.AccountId == user.AccountId)
        );
        (await attacker.SubmitAsync(Page, new() { ["session"] = session.Id }, "End")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await victim.GetAsync("/my")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_sign_out_everywhere_with_bearer_tokens(DatabaseProvider provider)
    {
        var (site, user, login) = await PersonAsync(provider);
        using var here = await Visitor.SignedInAsync(site, login);
        using var there = await Visitor.SignedInAsync(site, login);
        using var program = await Programs.SignedInAsync(site, login);
        (await program.GetAsync("/my")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await here.SubmitAsync(Page, [], "EndOthers")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await here.GetAsync("/my")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await there.GetAsync("/my")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await program.GetAsync("/my")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await ActionsAsync(site, user))[^1].ShouldBe("Account.SessionsEnded");
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_end_other_sessions_when_the_password_changes(DatabaseProvider provider)
    {
        var (site, _, login) = await PersonAsync(provider);
        using var here = await Visitor.SignedInAsync(site, login);
        using var there = await Visitor.SignedInAsync(site, login);
        const string Fresh = "lantern-quiet-river-58";
        var fields = new Dictionary<string, string>
        {
            ["Current"] = TestSite.Password,
            ["Password"] = Fresh,
            ["Repeat"] = Fresh,
        };
        (await here.SubmitAsync("/account/password", fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await here.GetAsync("/my")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await there.GetAsync("/my")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var again = await Visitor.SignedInAsync(site, login, Fresh);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_end_the_session_with_the_sign_out_even_for_a_copied_cookie(DatabaseProvider provider)
    {
        var (site, user, login) = await PersonAsync(provider);
        using var visitor = await Visitor.SignedInAsync(site, login);
        using var thief = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        thief.BaseAddress = site.Address;
        thief.DefaultRequestHeaders.Add("Cookie", visitor.Cookies);
        (await thief.GetAsync("/my")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var token = (await visitor.PageAsync("/my")).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await visitor.Client.PostAsync("/account/signout", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
        (await thief.GetAsync("/my")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await ActionsAsync(site, user)).ShouldBe(["Account.SignedIn", "Account.SignedOut"]);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_open_nothing_for_a_closed_account(DatabaseProvider provider)
    {
        var (site, user, login) = await PersonAsync(provider);
        using var visitor = await Visitor.SignedInAsync(site, login);
        using var program = await Programs.SignedInAsync(site, login);
        await site.ChangeAccountAsync(user, account => account.ClosedAt = DateTime.UtcNow);
        (await visitor.GetAsync("/my")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await program.GetAsync("/my")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var fields = new Dictionary<string, string> { ["Login"] = login, ["Password"] = TestSite.Password };
        using var late = new Visitor(site);
        (await late.SubmitAsync("/account/signin", fields)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Programs.AskAsync(late.Client, login)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_show_who_has_tried_to_sign_in(DatabaseProvider provider)
    {
        var (site, _, login) = await PersonAsync(provider);
        using var guesser = new Visitor(site);
        await guesser.SubmitAsync("/account/signin", new() { ["Login"] = login, ["Password"] = "not this one" });
        using var visitor = await Visitor.SignedInAsync(site, login);
        var page = await visitor.PageAsync(Page);
        var rows = page.QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
        rows.Count.ShouldBe(2);
        rows[0].ShouldContain("登录成功");
        rows[1].ShouldContain("密码不对");
        rows.ShouldAllBe(row => row.Contains("127.0.0.1"));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_lead_every_page_to_the_new_password_that_is_owed(DatabaseProvider provider)
    {
        var (site, user, login) = await PersonAsync(provider);
        using var program = await Programs.SignedInAsync(site, login);
        await site.ChangeAccountAsync(user, account => account.MustChangePassword = true);
        (await Programs.AskAsync(new Visitor(site).Client, login)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var visitor = await Visitor.SignedInAsync(site, login);
        foreach (var path in (string[])["/my", "/", "/my/resources/new", "/my/security", "/resources"])
            (await visitor.GetAsync(path)).Headers.Location!.ToString().ShouldBe("/account/password", path);
        foreach (var path in (string[])["/api/v1/search?q=x", "/api/v1/resources"])
        foreach (var client in (HttpClient[])[program, visitor.Client])
            await Programs.ShouldBeRefusedAsync(await client.GetAsync(path), "修改密码");
        (await visitor.GetAsync($"/resources/{new string('0', 26)}/download")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        const string Fresh = "lantern-quiet-river-58";
        Dictionary<string, string> Fields(string password) =>
            new()
            {
                ["Current"] = TestSite.Password,
                ["Password"] = password,
                ["Repeat"] = password,
            };
        var same = await visitor.SubmitAsync("/account/password", Fields(TestSite.Password));
        same.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await visitor.SubmitAsync("/account/password", Fields(Fresh))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await visitor.GetAsync("/my")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static Task<List<string>> ActionsAsync(TestSite site, HubUser user) =>
        site.InScopeAsync(services =>
            services
                .GetRequiredService<HubDbContext>()
                .Set<AuditEntry>()
                .Where(line => line.SubjectId == user.AccountId && line.AccountId == user.AccountId)
                .OrderBy(line => line.Id)
                .Select(line => line.Action)
                .ToListAsync()
        );

    private static async Task<(TestSite Site, HubUser User, string Login)> PersonAsync(DatabaseProvider provider)
    {
        var site = await TestSite.OnAsync(provider);
        var cast = new Cast(site);
        var user = await cast.TeacherAsync(await cast.SchoolAsync());
        return (site, user, await cast.LoginOfAsync(user));
    }
}
