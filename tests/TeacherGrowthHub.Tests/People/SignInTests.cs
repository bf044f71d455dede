using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People;

public sealed class SignInTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_sign_in_with_the_teacher_number_and_sign_out(DatabaseProvider provider)
    {
        var site = await TestSite.OnAsync(provider);
        using var visitor = await Visitor.SignedInAsync(site, "demo-teacher");
        (await visitor.GetAsync("/my")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await visitor.PageAsync("/my");
        var token = page.QuerySelector("form[action='/account/signout'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await visitor.Client.PostAsync(
            "/account/signout",
            new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token })
        );
        (await visitor.GetAsync("/my")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Should_sign_in_with_the_mobile_number_too()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        var school = await new Cast(site).SchoolAsync();
        var teacher = await new Cast(site).TeacherAsync(school);
        await site.InScopeAsync(services =>
            services
                .GetRequiredService<HubDbContext>()
                .Set<Account>()
                .Where(account => account.Id == teacher.AccountId)
                .ExecuteUpdateAsync(account => account.SetProperty(a => a.PhoneNumber, "13900000001"))
        );
        using var visitor = await Visitor.SignedInAsync(site, "１３９０００００００１");
        var profile = await visitor.PageAsync("/my/profile");
        profile.Body!.TextContent.ShouldContain("139****0001");
        profile.Body.TextContent.ShouldNotContain("13900000001");
    }

    [Fact]
    public async Task Should_lock_after_five_wrong_passwords_and_never_say_which_field_was_wrong()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        var cast = new Cast(site);
        var login = await cast.LoginOfAsync(await cast.TeacherAsync(await cast.SchoolAsync()));
        using var visitor = new Visitor(site);
        for (var i = 0; i < 5; i++)
            (await visitor.SubmitAsync("/account/signin", new() { ["Login"] = login, ["Password"] = "wrong-" + i })).StatusCode.ShouldBe(
                HttpStatusCode.UnprocessableEntity
            );
        var locked = await visitor.SubmitAsync("/account/signin", new() { ["Login"] = login, ["Password"] = TestSite.Password });
        locked.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ParseAsync(locked)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("15");
        var kept = (await Visitor.ParseAsync(locked)).QuerySelector("#login")!.GetAttribute("value");
        kept.ShouldBe(login);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("demo-teacher", "")]
    [InlineData("\u0001", "x")]
    [InlineData("' OR 1=1 --", "x")]
    public async Task Should_answer_empty_and_odd_fields_with_a_sentence(string login, string password)
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Postgres);
        using var visitor = new Visitor(site);
        var answer = await visitor.SubmitAsync("/account/signin", new() { ["Login"] = login, ["Password"] = password });
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ParseAsync(answer)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("不对");
    }

    [Fact]
    public async Task Should_refuse_a_form_without_its_token()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        using var visitor = new Visitor(site);
        var answer = await visitor.Client.PostAsync(
            "/account/signin",
            new FormUrlEncodedContent(new Dictionary<string, string> { ["Login"] = "demo-teacher", ["Password"] = TestSite.Password })
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Should_not_follow_a_return_address_to_another_site()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        using var visitor = new Visitor(site);
        var answer = await visitor.SubmitAsync(
            "/account/signin?returnUrl=https://evil.example/",
            new() { ["Login"] = "demo-peer", ["Password"] = TestSite.Password }
        );
        answer.Headers.Location!.ToString().ShouldBe("/my");
    }

    [Fact]
    public async Task Should_set_a_password_once_with_a_one_time_code()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        var cast = new Cast(site);
        var teacher = await cast.TeacherAsync(await cast.SchoolAsync());
        var login = await cast.LoginOfAsync(teacher);
        var code = await IssueCodeAsync(site, teacher);
        var fields = new Dictionary<string, string>
        {
            ["Login"] = login,
            ["Code"] = code,
            ["Password"] = "a sentence to keep",
            ["Repeat"] = "a sentence to keep",
            ["Agree"] = "true",
        };
        using var first = new Visitor(site);
        (await first.SubmitAsync("/account/activate", fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var second = new Visitor(site);
        (await second.SubmitAsync("/account/activate", fields)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var again = await Visitor.SignedInAsync(site, login, "a sentence to keep");
    }

    [Fact]
    public async Task Should_name_whom_to_ask_for_a_forgotten_password()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        using var visitor = new Visitor(site);
        var page = await visitor.PageAsync("/account/forgotten?school=baoshan/longyang/yunxiu/");
        page.QuerySelector("[role=status]")!.TextContent.ShouldContain("示例审核员乙");
    }

    private static Task<string> IssueCodeAsync(TestSite site, HubUser teacher) =>
        site.InScopeAsync(async services =>
        {
            var account = await services.GetRequiredService<HubDbContext>().Set<Account>().SingleAsync(a => a.Id == teacher.AccountId);
            return await services.GetRequiredService<AccountCodes>().IssueAsync(account, HubUser.System);
        });
}
