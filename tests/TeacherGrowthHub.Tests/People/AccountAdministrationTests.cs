using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Kinds;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.Messages;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People;

/// <summary>Accounts within the administrator's scope, and nobody let into more than the administrator holds.</summary>
public sealed class AccountAdministrationTests
{
    private const string Administrator = "SchoolAdministrator";

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_list_the_own_school_and_nobody_elses(DatabaseProvider provider)
    {
        var (site, cast, school, admin) = await SchoolAsync(provider);
        var teacher = await cast.TeacherAsync(school);
        var stranger = await cast.TeacherAsync(await cast.SchoolAsync());
        var found = await ListAsync(site, admin, new AccountQuery(null, null, 1));
        found.Lines.Select(line => line.Id).ShouldBe([admin.AccountId!, teacher.AccountId!], ignoreOrder: true);
        foreach (var action in Actions)
        {
            var refusal = await site.InScopeAsync(services =>
                Should.ThrowAsync<RefusedException>(() =>
                    action(services.GetRequiredService<AccountAdministration>(), admin, stranger.AccountId!)
                )
            );
            refusal.Kind.ShouldBe(RefusalKind.NotFound);
        }
        (await LinesAsync(site, stranger)).ShouldBe(["Account.Created"]);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_filter_by_state_and_search_by_name_and_number(DatabaseProvider provider)
    {
        var (site, cast, school, admin) = await SchoolAsync(provider);
        var locked = await cast.TeacherAsync(school);
        var closed = await cast.TeacherAsync(school);
        var fresh = await cast.TeacherAsync(school);
        await site.ChangeAccountAsync(locked, account => account.LockoutEnd = DateTimeOffset.UtcNow.AddMinutes(9));
        await site.ChangeAccountAsync(closed, account => account.ClosedAt = DateTime.UtcNow);
        await site.ChangeAccountAsync(fresh, account => account.PasswordHash = null);
        (AccountState, HubUser)[] expected =
        [
            (AccountState.Locked, locked),
            (AccountState.Closed, closed),
            (AccountState.NotActivated, fresh),
            (AccountState.Active, admin),
        ];
        foreach (var (state, user) in expected)
            (await ListAsync(site, admin, new AccountQuery(null, state, 1))).Lines.ShouldHaveSingleItem().Id.ShouldBe(user.AccountId);
        var number = await cast.LoginOfAsync(locked);
        (await ListAsync(site, admin, new AccountQuery(number, null, 1))).Lines.ShouldHaveSingleItem().Id.ShouldBe(locked.AccountId);
        (await ListAsync(site, admin, new AccountQuery(fresh.Name, null, 1))).Lines.ShouldHaveSingleItem().Id.ShouldBe(fresh.AccountId);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_hand_out_no_code_for_an_account_that_holds_more(DatabaseProvider provider)
    {
        var (site, cast, school, admin) = await SchoolAsync(provider);
        var boss = await cast.TeacherAsync(school);
        await site.GrantAsync(boss, PortalRole.SystemAdministrator, "baoshan/");
        using var visitor = await Visitor.SignedInAsync(site, await cast.LoginOfAsync(admin));
        var page = "/admin/accounts/" + boss.AccountId;
        (await visitor.SubmitAsync(page, [], "Code")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await visitor.SubmitAsync(page, [], "ResetFactor")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var slips = "/admin/accounts/slips?id=" + boss.AccountId;
        (await visitor.SubmitAsync(slips, new() { ["Id"] = boss.AccountId! })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (
            await site.WithAccountAsync<AccountService, string?>(boss.AccountId!, (_, a) => Task.FromResult(a.ActivationCodeHash))
        ).ShouldBeNull();
        (await visitor.SubmitAsync(page, [], "EndSessions")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_show_a_code_once_that_opens_the_account(DatabaseProvider provider)
    {
        var (site, cast, school, admin) = await SchoolAsync(provider);
        var teacher = await cast.TeacherAsync(school);
        using var visitor = await Visitor.SignedInAsync(site, await cast.LoginOfAsync(admin));
        var page = "/admin/accounts/" + teacher.AccountId;
        var shown = await Visitor.ParseAsync(await visitor.SubmitAsync(page, [], "Code"));
        var code = shown.QuerySelector("#thecode")!.TextContent;
        (await visitor.PageAsync(page)).QuerySelector("#thecode").ShouldBeNull();
        var link = new Uri(shown.QuerySelector("#thelink")!.TextContent);
        using var owner = new Visitor(site);
        var form = await owner.PageAsync(link.PathAndQuery);
        form.QuerySelector("#code")!.GetAttribute("value").ShouldBe(code);
        var fields = new Dictionary<string, string>
        {
            ["Login"] = form.QuerySelector("#login")!.GetAttribute("value")!,
            ["Code"] = code,
            ["Password"] = "lantern-quiet-river-58",
            ["Repeat"] = "lantern-quiet-river-58",
            ["Agree"] = "true",
        };
        (await owner.SubmitAsync("/account/activate", fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await LinesAsync(site, teacher)).ShouldContain("Account.CodeIssued");
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_print_slips_whose_codes_never_repeat_and_replace_each_other(DatabaseProvider provider)
    {
        var (site, cast, school, admin) = await SchoolAsync(provider);
        var batch = await BatchAsync(site, admin);
        var teachers = new List<HubUser>();
        for (var i = 0; i < 5; i++)
        {
            teachers.Add(await cast.TeacherAsync(school));
            await site.ChangeAccountAsync(
                teachers[i],
                account => (account.PasswordHash, account.ImportBatchId) = (i == 4 ? "set" : null, batch)
            );
        }
        using var visitor = await Visitor.SignedInAsync(site, await cast.LoginOfAsync(admin));
        var page = "/admin/accounts/slips?batch=" + batch;
        var codes = new List<string>();
        for (var print = 0; print < 2; print++)
        {
            var sheet = await Visitor.ParseAsync(await visitor.SubmitAsync(page, []));
            var slips = sheet.QuerySelectorAll(".hub-slips > li");
            slips.Length.ShouldBe(4, "the fifth has been activated");
            sheet.QuerySelectorAll(".hub-slips svg").Length.ShouldBe(4);
            sheet.QuerySelectorAll(".hub-slips [style]").ShouldBeEmpty();
            codes.AddRange(slips.Select(slip => slip.QuerySelector("dd.fs-3")!.TextContent));
        }
        codes.Distinct().Count().ShouldBe(8);
        var number = await cast.LoginOfAsync(teachers[0]);
        var stored = await site.WithAccountAsync<AccountService, string?>(
            teachers[0].AccountId!,
            (_, a) => Task.FromResult(a.ActivationCodeHash)
        );
        codes.ShouldAllBe(code => !stored!.Contains(code));
        await site.InScopeAsync(async services =>
        {
            var activation = services.GetRequiredService<AccountCodes>();
            var old = codes.Take(4);
            foreach (var code in old)
                await Should.ThrowAsync<RefusedException>(() => activation.ActivateAsync(number, code, "lantern-quiet-river-58"));
        });
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_create_accounts_for_teachers_of_the_scope_all_or_none(DatabaseProvider provider)
    {
        var (site, cast, school, admin) = await SchoolAsync(provider);
        var mine = await TeacherAsync(site, school);
        var strange = await TeacherAsync(site, await cast.SchoolAsync());
        await site.InScopeAsync(async services =>
        {
            var creation = services.GetRequiredService<AccountCreation>();
            (await creation.WithoutAsync(admin, 10)).ShouldHaveSingleItem().Id.ShouldBe(mine);
            (await Should.ThrowAsync<RefusedException>(() => creation.ForTeachersAsync(admin, [mine, strange]))).Kind.ShouldBe(
                RefusalKind.NotFound
            );
        });
        await site.InScopeAsync(async services =>
        {
            var creation = services.GetRequiredService<AccountCreation>();
            (await creation.WithoutAsync(admin, 10)).Count.ShouldBe(1, "nothing was written");
            (await creation.ForTeachersAsync(admin, [mine])).Count.ShouldBe(1);
            (await creation.WithoutAsync(admin, 10)).ShouldBeEmpty();
            var text = await services.GetRequiredService<ActivationReminder>().ListAsync(admin);
            text.ShouldHaveSingleItem().Names.ShouldHaveSingleItem();
        });
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_create_an_office_account_that_its_office_finds_again(DatabaseProvider provider)
    {
        var (site, cast, school, admin) = await SchoolAsync(provider);
        var other = await cast.SchoolAsync();
        var number = "office" + Guid.NewGuid().ToString("N")[..8];
        await site.InScopeAsync(async services =>
        {
            var creation = services.GetRequiredService<AccountCreation>();
            (string?, string?, string?)[] bad =
            [
                ("", "某人", school.Path),
                ("a b", "某人", school.Path),
                (number, " ", school.Path),
                (number, "某人", other.Path),
                (number, "某人", "nowhere/"),
                (await cast.LoginOfAsync(admin), "某人", school.Path),
            ];
            foreach (var (n, name, path) in bad)
                await Should.ThrowAsync<RefusedException>(() => creation.ForOfficeAsync(admin, n, name, path));
            await creation.ForOfficeAsync(admin, number, "某人", school.Path);
        });
        (await ListAsync(site, admin, new AccountQuery(number, null, 1))).Lines.ShouldHaveSingleItem().Organization.ShouldBe(school.Name);
    }

    private static readonly Func<AccountAdministration, HubUser, string, Task>[] Actions =
    [
        (service, user, id) => service.IssueCodeAsync(user, id),
        (service, user, id) => service.UnlockAsync(user, id),
        (service, user, id) => service.EndSessionsAsync(user, id),
        (service, user, id) => service.ResetSecondFactorAsync(user, id),
    ];

    private static async Task<(TestSite, Cast, Organization, HubUser)> SchoolAsync(DatabaseProvider provider)
    {
        var site = await TestSite.OnAsync(provider);
        var cast = new Cast(site);
        var school = await cast.SchoolAsync();
        return (site, cast, school, await cast.TeacherAsync(school, Administrator));
    }

    private static Task<AccountPage> ListAsync(TestSite site, HubUser user, AccountQuery query) =>
        site.InScopeAsync(services => services.GetRequiredService<AccountList>().SearchAsync(user, query, CancellationToken.None));

    private static Task<List<string>> LinesAsync(TestSite site, HubUser user) =>
        site.InScopeAsync(services =>
            services
                .GetRequiredService<HubDbContext>()
                .Set<AuditEntry>()
                .Where(line => line.SubjectId == user.AccountId)
                .Select(line => line.Action)
                .ToListAsync()
        );

    private static Task<string> BatchAsync(TestSite site, HubUser admin) =>
        site.InScopeAsync(async services =>
        {
            var batch = new ImportBatch
            {
                Id = HubId.New(TimeProvider.System),
                Kind = TeacherImport.Kind,
                AccountId = admin.AccountId!,
                FileName = "teachers.xlsx",
                FileHash = new string('0', 64),
                CreatedAt = DateTime.UtcNow,
            };
            var database = services.GetRequiredService<HubDbContext>();
            database.Add(batch);
            await database.SaveChangesAsync();
            return batch.Id;
        });

    private static Task<string> TeacherAsync(TestSite site, Organization school) =>
        site.InScopeAsync(async services =>
        {
            var number = "n" + Guid.NewGuid().ToString("N")[..12];
            var teacher = new Teacher
            {
                Id = HubId.New(TimeProvider.System),
                TeacherNumber = number,
                Name = "老师" + number,
            };
            teacher.Posts.Add(
                new TeacherPost
                {
                    Id = HubId.New(TimeProvider.System),
                    OrganizationId = school.Id,
                    From = new DateOnly(2020, 9, 1),
                }
            );
            var database = services.GetRequiredService<HubDbContext>();
            database.Add(teacher);
            await database.SaveChangesAsync();
            await services.GetRequiredService<PresentSchools>().RefreshAsync([teacher.Id]);
            return teacher.Id;
        });
}
