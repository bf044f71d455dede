using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People;

/// <summary>E-mail through a server on loopback: an address is proved, and a forgotten password gets a link that works once.</summary>
public sealed class MailTests
{
    private const string Fresh = "lantern-quiet-river-58";
    private const string Address = "zhou@example.org";

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_prove_an_address_and_reset_a_password_by_a_link_that_works_once(DatabaseProvider provider)
    {
        using var server = new SmtpServer();
        await using var site = await TestSite.StartAsync(provider, settings: server.Settings);
        var cast = new Cast(site);
        var user = await cast.TeacherAsync(await cast.SchoolAsync());
        var login = await cast.LoginOfAsync(user);
        using var owner = await Visitor.SignedInAsync(site, login);

        using var stranger = new Visitor(site);
        var unknown = await AnswerAsync(stranger, "nobody-here");
        (await AnswerAsync(stranger, login)).ShouldBe(unknown, "an address that is not proved counts for nothing, and nobody learns so");

        await ProveAsync(owner, server);
        (await AnswerAsync(stranger, login)).ShouldBe(unknown);
        var mail = await server.NextAsync();
        mail.To.ToString().ShouldBe(Address);
        var link = new Uri(Regex.Match(mail.TextBody!, @"https://hub\.example\.org/\S+").Value);
        (await NewPasswordAsync(stranger, link, "12345678")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await NewPasswordAsync(stranger, link, Fresh)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await owner.GetAsync("/my")).StatusCode.ShouldBe(HttpStatusCode.Redirect, "the reset signs out everywhere");
        using var late = new Visitor(site);
        (await NewPasswordAsync(late, link, "another-quiet-river-58")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var again = await Visitor.SignedInAsync(site, login, Fresh);
        server.Waiting.ShouldBe(0);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_keep_no_secret_in_the_outbox(DatabaseProvider provider)
    {
        var settings = new SmtpServer().Settings;
        settings["Smtp:Port"] = "1";
        await using var site = await TestSite.StartAsync(provider, settings: settings);
        var cast = new Cast(site);
        var user = await cast.TeacherAsync(await cast.SchoolAsync());
        await site.ChangeAccountAsync(user, account => (account.Email, account.EmailConfirmed) = (Address, true));
        using var visitor = new Visitor(site);
        await AnswerAsync(visitor, await cast.LoginOfAsync(user));
        await site.InScopeAsync(async services =>
        {
            var messages = await services.GetRequiredService<HubDbContext>().Set<OutboxMessage>().AsNoTracking().ToListAsync();
            messages.ShouldHaveSingleItem().Payload.ShouldBe($$"""{"AccountId":"{{user.AccountId}}"}""");
        });
    }

    [Fact]
    public async Task Should_offer_no_link_without_a_mail_server()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        using var visitor = new Visitor(site);
        (await visitor.PageAsync("/account/forgotten")).QuerySelector("form[method=post]").ShouldBeNull();
    }

    private static async Task ProveAsync(Visitor owner, SmtpServer server)
    {
        const string Page = "/my/security/email";
        foreach (
            var (email, password) in ((string, string)[])
                [("not an address", TestSite.Password), ("a@b.cn, c@d.cn", TestSite.Password), (Address, "wrong")]
        )
        {
            var refused = await owner.SubmitAsync(Page, new() { ["Email"] = email, ["Password"] = password });
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, email);
        }
        (await owner.SubmitAsync(Page, new() { ["Email"] = Address, ["Password"] = TestSite.Password })).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );
        var code = Regex.Match((await server.NextAsync()).TextBody!, @"(?<![\da-z])\d{6}(?![\da-z])").Value;
        var wrong = await owner.SubmitAsync(Page, new() { ["Email"] = "other@example.org", ["Code"] = code }, "Confirm");
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "the code is of one address");
        var right = await owner.SubmitAsync(Page, new() { ["Email"] = Address, ["Code"] = code }, "Confirm");
        right.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private static async Task<string> AnswerAsync(Visitor visitor, string login)
    {
        var answer = await visitor.SubmitAsync("/account/forgotten", new() { ["Login"] = login });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await Visitor.ParseAsync(answer)).QuerySelector("[role=status]")!.TextContent;
    }

    private static Task<HttpResponseMessage> NewPasswordAsync(Visitor visitor, Uri link, string password) =>
        visitor.SubmitAsync(link.PathAndQuery, new() { ["Password"] = password, ["Repeat"] = password });
}
