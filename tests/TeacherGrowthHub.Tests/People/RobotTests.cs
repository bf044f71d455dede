using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Services.Messages;
using TeacherGrowthHub.People.Services.Roles;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People;

/// <summary>Robots of chat groups: the formats of both, the scope, and no calls to anywhere else.</summary>
public sealed class RobotTests
{
    private sealed record Call(string Path, string Query, string Body);

    private sealed class Server : IAsyncDisposable
    {
        private WebApplication _app = null!;
        public List<Call> Calls { get; } = [];
        public string Address { get; private set; } = "";

        public static async Task<Server> StartAsync()
        {
            var server = new Server();
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
            server._app = builder.Build();
            server._app.Run(server.AnswerAsync);
            await server._app.StartAsync();
            server.Address = server._app.Urls.First();
            return server;
        }

        private async Task AnswerAsync(HttpContext context)
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            lock (Calls)
                Calls.Add(new(context.Request.Path, context.Request.QueryString.Value ?? "", body));
            switch (context.Request.Path)
            {
                case "/moved":
                    context.Response.Redirect(Address + "/inside");
                    break;
                case "/refuses":
                    await context.Response.WriteAsync("""{"errcode":310000,"errmsg":"keywords not in content"}""");
                    break;
                default:
                    await context.Response.WriteAsync("""{"errcode":0,"errmsg":"ok"}""");
                    break;
            }
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_speak_the_formats_of_both_and_only_in_the_groups_of_that_organisation(DatabaseProvider provider)
    {
        await using var server = await Server.StartAsync();
        await using var site = await SiteAsync(provider, server);
        var cast = new Cast(site);
        var school = await cast.SchoolAsync();
        var admin = await cast.TeacherAsync(school, "SchoolAdministrator");
        await AddAsync(site, admin, new("教研群", RobotKind.WeCom, server.Address + "/cgi-bin/webhook/send?key=k1", null, school.Path));
        await AddAsync(
            site,
            admin,
            new("班主任群", RobotKind.DingTalk, server.Address + "/robot/send?access_token=t1", "SECs3", school.Path)
        );
        await site.InScopeAsync(async services =>
        {
            var robots = services.GetRequiredService<GroupRobots>();
            (await robots.SendAsync("baoshan/longyang/", "县里的事")).ShouldBe(0);
            (await robots.SendAsync(school.Path, "明天下午“团辅”，\n请带笔。")).ShouldBe(2);
            await services.GetRequiredService<HubDbContext>().SaveChangesAsync();
        });
        await site.SettleAsync();
        server.Calls.Count.ShouldBe(2);
        var expected = JsonNode.Parse("""{"msgtype":"text","text":{"content":"明天下午“团辅”，\n请带笔。"}}""");
        foreach (var call in server.Calls)
            JsonNode.DeepEquals(JsonNode.Parse(call.Body), expected).ShouldBeTrue(call.Body);
        server.Calls.ShouldContain(call => call.Path == "/cgi-bin/webhook/send" && call.Query == "?key=k1");
        var signed = HttpUtility.ParseQueryString(server.Calls.Single(call => call.Path == "/robot/send").Query);
        signed["access_token"].ShouldBe("t1");
        signed["sign"].ShouldBe(Sign("SECs3", signed["timestamp"]!));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_follow_no_redirect_and_say_what_the_server_answered(DatabaseProvider provider)
    {
        await using var server = await Server.StartAsync();
        await using var site = await SiteAsync(provider, server);
        var cast = new Cast(site);
        var school = await cast.SchoolAsync();
        var admin = await cast.TeacherAsync(school, "SchoolAdministrator");
        foreach (var (path, reason) in ((string, string)[])[("/moved", "302"), ("/refuses", "keywords")])
        {
            await AddAsync(site, admin, new("群" + path, RobotKind.WeCom, server.Address + path, null, school.Path));
            var robot = (await ListAsync(site, admin)).Single(r => r.Name == "群" + path);
            var refusal = await site.InScopeAsync(services =>
                Should.ThrowAsync<RefusedException>(() => services.GetRequiredService<RobotAdministration>().TestAsync(admin, robot.Id))
            );
            refusal.Message.ShouldContain(reason);
        }
        server.Calls.ShouldNotContain(call => call.Path == "/inside");
    }

    [Theory]
    [InlineData("http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k")]
    [InlineData("https://qyapi.weixin.qq.com.evil.example/")]
    [InlineData("https://evil.example/?https://qyapi.weixin.qq.com")]
    [InlineData("https://qyapi.weixin.qq.com@127.0.0.1/")]
    [InlineData("https://oapi.dingtalk.com:8443/robot/send")]
    [InlineData("http://127.0.0.1:9200/")]
    [InlineData("https://[::1]/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//oapi.dingtalk.com/robot/send")]
    [InlineData("")]
    public void Should_allow_no_address_but_those_of_the_two(string url) => new RobotOptions().Allows(url).ShouldBeFalse();

    [Theory]
    [InlineData("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k")]
    [InlineData("https://oapi.dingtalk.com/robot/send?access_token=t")]
    public void Should_allow_the_addresses_of_the_two(string url) => new RobotOptions().Allows(url).ShouldBeTrue();

    [Fact]
    public void Should_cut_a_long_text_at_a_whole_character()
    {
        var body = JsonNode.Parse(RobotMessageFormat.Body(string.Concat(Enumerable.Repeat("心𠮷", 600))))!;
        var text = (string)body["text"]!["content"]!;
        Encoding.UTF8.GetByteCount(text).ShouldBeInRange(2000, 2048);
        text.ShouldEndWith("…");
        text.ShouldNotContain("\ufffd");
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_refuse_robots_of_another_school_and_bad_forms(DatabaseProvider provider)
    {
        var site = await TestSite.OnAsync(provider);
        var cast = new Cast(site);
        var (school, other) = (await cast.SchoolAsync(), await cast.SchoolAsync());
        var admin = await cast.TeacherAsync(school, "SchoolAdministrator");
        var stranger = await cast.TeacherAsync(other, "SchoolAdministrator");
        const string Good = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=secret-key";
        RobotForm[] bad =
        [
            new("", RobotKind.WeCom, Good, null, school.Path),
            new("群", RobotKind.WeCom, "http://127.0.0.1/", null, school.Path),
            new("群", RobotKind.WeCom, Good, null, other.Path),
            new("群", (RobotKind)9, Good, null, school.Path),
            new("群", RobotKind.WeCom, Good, new string('s', 300), school.Path),
        ];
        foreach (var form in bad)
            await Should.ThrowAsync<RefusedException>(() => AddAsync(site, admin, form));
        await AddAsync(site, admin, new("群", RobotKind.WeCom, Good, null, school.Path));
        var robot = (await ListAsync(site, admin)).ShouldHaveSingleItem();
        (await ListAsync(site, stranger)).ShouldBeEmpty();
        await site.InScopeAsync(async services =>
        {
            var administration = services.GetRequiredService<RobotAdministration>();
            (await Should.ThrowAsync<RefusedException>(() => administration.RemoveAsync(stranger, robot.Id))).Kind.ShouldBe(
                RefusalKind.NotFound
            );
            (await Should.ThrowAsync<RefusedException>(() => administration.TestAsync(stranger, robot.Id))).Kind.ShouldBe(
                RefusalKind.NotFound
            );
        });
        using var visitor = await Visitor.SignedInAsync(site, await cast.LoginOfAsync(admin));
        var page = await (await visitor.GetAsync("/admin/messages")).Content.ReadAsStringAsync();
        page.ShouldContain("群");
        page.ShouldNotContain("secret-key");
        (await visitor.SubmitAsync("/admin/messages", new() { ["robot"] = robot.Id }, "Remove")).StatusCode.ShouldBe(
            HttpStatusCode.Redirect
        );
        (await ListAsync(site, admin)).ShouldBeEmpty();
    }

    private static Task<TestSite> SiteAsync(DatabaseProvider provider, Server server) =>
        TestSite.StartAsync(provider, settings: new() { ["Robots:AllowedOrigins:0"] = server.Address });

    private static Task AddAsync(TestSite site, HubUser user, RobotForm form) =>
        site.InScopeAsync(services => services.GetRequiredService<RobotAdministration>().AddAsync(user, form));

    private static Task<IReadOnlyList<GroupRobot>> ListAsync(TestSite site, HubUser user) =>
        site.InScopeAsync(services => services.GetRequiredService<RobotAdministration>().ListAsync(user));

    private static string Sign(string secret, string timestamp) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(timestamp + "\n" + secret)));
}
