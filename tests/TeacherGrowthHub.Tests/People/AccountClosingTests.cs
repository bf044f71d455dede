using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Notifications;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Privacy;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.Roles;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.Tests.ResourceBank;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People;

public sealed class AccountClosingTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_clear_personal_fields_and_open_nothing_any_more(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var (site, author) = (stage.Site, stage.Author);
        var login = await new Cast(site).LoginOfAsync(author);
        await FillAsync(site, author);
        using var visitor = await Visitor.SignedInAsync(site, login);
        var token = await TokenAsync(site, login);
        (await ApiAsync(site, token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var fields = new Dictionary<string, string> { ["Password"] = TestSite.Password, ["Understood"] = "true" };
        (await visitor.SubmitAsync("/my/privacy/close", fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var account = await AccountAsync(site, author);
        account.ClosedAt.ShouldNotBeNull();
        new[] { account.PhoneNumber, account.Email, account.NormalizedEmail, account.PasswordHash, account.ActivationCodeHash }.ShouldAllBe(
            field => field == null
        );
        account.UserName!.ShouldNotContain(login);
        account.DisplayName.ShouldBe(author.Name);
        (await LeftAsync(site, author)).ShouldBe((0, 0, 0, 0));
        (await visitor.GetAsync("/my")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var again = new Visitor(site);
        (await again.SubmitAsync("/account/signin", new() { ["Login"] = login, ["Password"] = TestSite.Password })).StatusCode.ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
        (await ApiAsync(site, token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await TeacherAsync(site, author)).Name.ShouldBe(author.Name);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_open_nothing_to_a_session_of_another_device_nor_to_a_token_that_was_left(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var login = await new Cast(stage.Site).LoginOfAsync(stage.Author);
        using var device = await Visitor.SignedInAsync(stage.Site, login);
        var token = await TokenAsync(stage.Site, login);
        await stage.Site.InScopeAsync(services =>
            services
                .GetRequiredService<HubDbContext>()
                .Set<Account>()
                .Where(account => account.Id == stage.Author.AccountId)
                .ExecuteUpdateAsync(account => account.SetProperty(a => a.ClosedAt, DateTime.UtcNow))
        );
        (await device.GetAsync("/my")).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        (await ApiAsync(stage.Site, token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_take_the_name_off_only_where_the_licence_lets_it_be(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var name = stage.Author.Name;
        var content = Stage.Complete("署名") with { Authors = [name, "合作者"] };
        var named = await stage.PublishedAsync("署名", content: content);
        var free = await stage.PublishedAsync("保留", content: content with { License = "ALL-RIGHTS" });
        await CloseAsync(stage.Site, stage.Author, hidesName: true);
        (await stage.WorkAsync(named)).Published!.Content.Authors.ShouldBe([name, "合作者"]);
        (await stage.WorkAsync(free)).Published!.Content.Authors.ShouldBe([Attribution.Anonymous, "合作者"]);
    }

    [Fact]
    public async Task Should_keep_the_name_everywhere_unless_asked()
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var content = Stage.Complete("保留") with { Authors = [stage.Author.Name], License = "ALL-RIGHTS" };
        var id = await stage.PublishedAsync("保留", content: content);
        await CloseAsync(stage.Site, stage.Author, hidesName: false);
        (await stage.WorkAsync(id)).Published!.Content.Authors.ShouldBe([stage.Author.Name]);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_refuse_a_wrong_password_and_change_nothing(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var cast = new Cast(stage.Site);
        await FillAsync(stage.Site, stage.Author);
        using var visitor = await Visitor.SignedInAsync(stage.Site, await cast.LoginOfAsync(stage.Author));
        var wrong = new Dictionary<string, string> { ["Password"] = "wrong", ["Understood"] = "true" };
        (await visitor.SubmitAsync("/my/privacy/close", wrong)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var unread = new Dictionary<string, string> { ["Password"] = TestSite.Password };
        (await visitor.SubmitAsync("/my/privacy/close", unread)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var account = await AccountAsync(stage.Site, stage.Author);
        (account.ClosedAt, account.Email).ShouldBe((null, "someone@example.org"));
        (await LeftAsync(stage.Site, stage.Author)).Notes.ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_keep_the_last_system_administrator(DatabaseProvider provider)
    {
        await using var site = await TestSite.StartAsync(provider, environment: "Development");
        var (first, second) = (await AdministratorAsync(site, "boss-1"), await AdministratorAsync(site, "boss-2"));
        await CloseAsync(site, first, hidesName: false);
        (await Should.ThrowAsync<RefusedException>(() => CloseAsync(site, second, hidesName: false))).Text.ShouldContain("最后一位");
        (await AccountAsync(site, second)).ClosedAt.ShouldBeNull();
    }

    [Fact]
    public async Task Should_keep_accounts_for_trying_out()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        using var visitor = await Visitor.SignedInAsync(site, "demo-peer");
        var fields = new Dictionary<string, string> { ["Password"] = TestSite.Password, ["Understood"] = "true" };
        (await visitor.SubmitAsync("/my/privacy/close", fields)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await visitor.GetAsync("/my")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Should_leave_a_line_without_what_was_cleared()
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        await FillAsync(stage.Site, stage.Reviewer);
        await CloseAsync(stage.Site, stage.Reviewer, hidesName: true);
        var line = await stage.Site.InScopeAsync(services =>
            services
                .GetRequiredService<HubDbContext>()
                .Set<AuditEntry>()
                .SingleAsync(l => l.Action == "Account.Closed" && l.SubjectId == stage.Reviewer.AccountId)
        );
        line.Before!.ShouldContain("SchoolReviewer");
        (line.Before + line.After).ShouldNotContain("someone@example.org");
        line.Path.ShouldBe(stage.School.Path);
    }

    private static Task CloseAsync(TestSite site, HubUser user, bool hidesName) =>
        site.InScopeAsync(services => services.GetRequiredService<AccountClosing>().CloseAsync(user, TestSite.Password, hidesName));

    private static Task FillAsync(TestSite site, HubUser user) =>
        site.InScopeAsync(async services =>
        {
            var database = services.GetRequiredService<HubDbContext>();
            services.GetRequiredService<NotificationSender>().Send(user.AccountId!, "/my", "note");
            database.Add(
                new AccountSession
                {
                    Id = HubId.New(TimeProvider.System),
                    AccountId = user.AccountId!,
                    CreatedAt = DateTime.UtcNow,
                    SeenAt = DateTime.UtcNow,
                    Address = "10.0.0.1",
                    Device = "a browser",
                }
            );
            var account = await database.Set<Account>().SingleAsync(a => a.Id == user.AccountId);
            (account.Email, account.NormalizedEmail) = ("someone@example.org", "SOMEONE@EXAMPLE.ORG");
            account.ActivationCodeHash = "x";
            await database.SaveChangesAsync();
        });

    private static Task<(int Notes, int Roles, int Tokens, int Devices)> LeftAsync(TestSite site, HubUser user) =>
        site.InScopeAsync(async services =>
        {
            var database = services.GetRequiredService<HubDbContext>();
            return (
                await database.Set<Notification>().CountAsync(row => row.AccountId == user.AccountId),
                await database.Set<RoleHolding>().CountAsync(row => row.AccountId == user.AccountId),
                await database.Set<ApiToken>().CountAsync(row => row.AccountId == user.AccountId),
                await database
                    .Set<AccountSession>()
                    .CountAsync(row =>
                        row.AccountId == user.AccountId && (row.Address != null || row.Device != null || row.EndedAt == null)
                    )
            );
        });

    private static Task<Account> AccountAsync(TestSite site, HubUser user) =>
        site.InScopeAsync(services =>
            services.GetRequiredService<HubDbContext>().Set<Account>().AsNoTracking().SingleAsync(account => account.Id == user.AccountId)
        );

    private static Task<Teacher> TeacherAsync(TestSite site, HubUser user) =>
        site.InScopeAsync(services =>
            services.GetRequiredService<HubDbContext>().Set<Teacher>().AsNoTracking().SingleAsync(teacher => teacher.Id == user.TeacherId)
        );

    private static Task<HubUser> AdministratorAsync(TestSite site, string number) =>
        site.InScopeAsync(async services =>
        {
            var database = services.GetRequiredService<HubDbContext>();
            var city = await database.Set<Organization>().FirstOrDefaultAsync();
            if (city is null)
            {
                city = new Organization
                {
                    Id = HubId.New(TimeProvider.System),
                    Code = "city",
                    Name = "某市",
                    Kind = OrganizationKind.City,
                    Path = "city/",
                };
                database.Add(city);
                await database.SaveChangesAsync();
            }
            var accounts = services.GetRequiredService<AccountService>();
            var account = Account.Create(TimeProvider.System, number, "管理员" + number);
            await accounts.CreateAsync(account, TestSite.Password);
            await services.GetRequiredService<RoleHoldings>().GrantAsync(account, PortalRole.SystemAdministrator, city.Path);
            return new HubUser(account.Id, null, account.DisplayName, null, []);
        });

    private static async Task<string> TokenAsync(TestSite site, string login)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        var answer = await client.PostAsJsonAsync("/api/v1/token", new { login, password = TestSite.Password });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
    }

    private static async Task<HttpResponseMessage> ApiAsync(TestSite site, string token)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/resources/{HubId.New(TimeProvider.System)}/reading");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await client.SendAsync(request);
    }
}
