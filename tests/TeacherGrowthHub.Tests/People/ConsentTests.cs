using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People;

public sealed class ConsentTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_activate_only_with_consent_and_write_down_to_which_wording(DatabaseProvider provider)
    {
        var site = await TestSite.OnAsync(provider);
        var cast = new Cast(site);
        var teacher = await cast.TeacherAsync(await cast.SchoolAsync());
        await ForgetAsync(site, teacher);
        var fields = new Dictionary<string, string>
        {
            ["Login"] = await cast.LoginOfAsync(teacher),
            ["Code"] = await IssueCodeAsync(site, teacher),
            ["Password"] = "a sentence to keep",
            ["Repeat"] = "a sentence to keep",
        };
        using var visitor = new Visitor(site);
        (await visitor.SubmitAsync("/account/activate", fields)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ConsentsAsync(site, teacher)).ShouldBeEmpty();
        fields["Agree"] = "true";
        (await visitor.SubmitAsync("/account/activate", fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await ConsentsAsync(site, teacher)).Single().Version.ShouldBe(PrivacyNotice.Version);
        (await visitor.GetAsync("/my")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_ask_for_a_new_wording_before_anything_else_and_then_lead_back(DatabaseProvider provider)
    {
        var site = await TestSite.OnAsync(provider);
        var cast = new Cast(site);
        var teacher = await cast.TeacherAsync(await cast.SchoolAsync());
        await site.InScopeAsync(services =>
            services
                .GetRequiredService<HubDbContext>()
                .Set<Consent>()
                .Where(consent => consent.AccountId == teacher.AccountId)
                .ExecuteUpdateAsync(consent => consent.SetProperty(c => c.Version, "2000-01"))
        );
        using var visitor = await Visitor.SignedInAsync(site, await cast.LoginOfAsync(teacher));
        foreach (var path in (string[])["/", "/my", "/my/resources?x=1", "/my/profile"])
            (await visitor.GetAsync(path))
                .Headers.Location!.ToString()
                .ShouldStartWith("/account/consent?returnUrl=", Case.Sensitive, path);
        foreach (var path in (string[])["/help/privacy", "/my/privacy", "/my/privacy/close", "/account/consent"])
            (await visitor.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK, path);
        var answer = await visitor.SubmitAsync("/account/consent?returnUrl=/my/resources", []);
        answer.Headers.Location!.ToString().ShouldBe("/my/resources");
        (await visitor.GetAsync("/my")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ConsentsAsync(site, teacher))
            .Select(consent => consent.Version)
            .ShouldBe(["2000-01", PrivacyNotice.Version], ignoreOrder: true);
        var evil = await visitor.GetAsync("/account/consent?returnUrl=https://evil.example/");
        evil.Headers.Location!.ToString().ShouldBe("/my");
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_refuse_programs_and_files_before_somebody_agreed(DatabaseProvider provider)
    {
        var site = await TestSite.OnAsync(provider);
        var cast = new Cast(site);
        var administrator = await cast.TeacherAsync(await cast.SchoolAsync(), "SchoolAdministrator");
        var login = await cast.LoginOfAsync(administrator);
        using var program = await Programs.SignedInAsync(site, login);
        using var visitor = await Visitor.SignedInAsync(site, login);
        await ForgetAsync(site, administrator);
        foreach (var path in (string[])["/api/v1/search?q=x", "/api/v1/resources"])
        foreach (var client in (HttpClient[])[program, visitor.Client])
            await Programs.ShouldBeRefusedAsync(await client.GetAsync(path), "同意");
        foreach (var path in (string[])["/admin/export/teachers", $"/resources/{new string('0', 26)}/download"])
        {
            var answer = await visitor.GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
            (await Visitor.ParseAsync(answer)).QuerySelector("main")!.TextContent.ShouldContain("同意");
        }
        (await visitor.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await visitor.SubmitAsync("/account/consent", []);
        (await program.GetAsync("/api/v1/resources")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await visitor.GetAsync("/admin/export/teachers")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_take_a_consent_back_and_ask_again(DatabaseProvider provider)
    {
        var site = await TestSite.OnAsync(provider);
        var cast = new Cast(site);
        var teacher = await cast.TeacherAsync(await cast.SchoolAsync());
        using var visitor = await Visitor.SignedInAsync(site, await cast.LoginOfAsync(teacher));
        (await visitor.GetAsync("/my")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await visitor.SubmitAsync("/my/privacy", [], "Withdraw");
        (await visitor.GetAsync("/my")).Headers.Location!.ToString().ShouldStartWith("/account/consent");
        (await ConsentsAsync(site, teacher)).Single().WithdrawnAt.ShouldNotBeNull();
        var page = await visitor.PageAsync("/my/privacy");
        page.QuerySelector("main")!.TextContent.ShouldContain("撤回");
    }

    [Fact]
    public async Task Should_say_what_is_kept_why_how_long_and_which_rights_there_are()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        using var guest = new Visitor(site);
        var text = (await guest.PageAsync("/help/privacy")).QuerySelector("main")!.TextContent;
        foreach (var word in (string[])["个人信息保护法", PrivacyNotice.Version, "24 个月", "查阅和复制", "更正", "撤回同意", "注销"])
            text.ShouldContain(word);
    }

    private static Task ForgetAsync(TestSite site, HubUser teacher) =>
        site.InScopeAsync(services =>
            services.GetRequiredService<HubDbContext>().Set<Consent>().Where(c => c.AccountId == teacher.AccountId).ExecuteDeleteAsync()
        );

    private static Task<List<Consent>> ConsentsAsync(TestSite site, HubUser teacher) =>
        site.InScopeAsync(services =>
            services
                .GetRequiredService<HubDbContext>()
                .Set<Consent>()
                .AsNoTracking()
                .Where(c => c.AccountId == teacher.AccountId)
                .ToListAsync()
        );

    private static Task<string> IssueCodeAsync(TestSite site, HubUser teacher) =>
        site.InScopeAsync(async services =>
        {
            var account = await services.GetRequiredService<HubDbContext>().Set<Account>().SingleAsync(a => a.Id == teacher.AccountId);
            return await services.GetRequiredService<AccountCodes>().IssueAsync(account, HubUser.System);
        });
}
