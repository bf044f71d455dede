using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People;

public sealed class ActingTests
{
    private const string School = "baoshan/longyang/a/";

    [Fact]
    public void Should_never_see_more_than_oneself_may()
    {
        var person = User("p", new Grant("Review", "baoshan/"), new Grant("Author", School), new Grant("Judge", School));
        var actor = User(
            "a",
            new Grant("Review", School),
            new Grant("Author", "baoshan/", ForOthersOnly: true),
            new Grant("Other", "baoshan/")
        );
        var seen = ActingView.Of(person, actor, permission => permission == "Judge");
        seen.ActedBy.ShouldBe(new Actor("a", "a"));
        seen.Grants.ShouldBe([new Grant("Review", School), new Grant("Author", School)], ignoreOrder: true);
        seen.Can("Other").ShouldBeFalse();
    }

    [Fact]
    public void Should_leave_judging_to_the_judge() =>
        ActingView
            .Of(User("p", new Grant("Judge", School)), User("a", new Grant("Judge", School)), permission => permission == "Judge")
            .Grants.ShouldBeEmpty();

    [Fact]
    public async Task Should_show_a_banner_keep_personal_pages_shut_and_name_both_in_the_trail()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        var cast = new Cast(site);
        var teacher = await cast.TeacherAsync(await cast.SchoolAsync());
        using var support = await Visitor.SignedInAsync(site, "demo-admin");
        await ActForAsync(support, await cast.LoginOfAsync(teacher));
        (await support.PageAsync("/my")).Body!.TextContent.ShouldContain("正在代" + teacher.Name + "操作");
        (await support.GetAsync("/account/password")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await support.GetAsync("/admin/audit")).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        await support.SubmitAsync("/my/resources/new", new() { ["Kind"] = "courseware" });
        var written = await LinesAsync(site, line => line.ActorName.EndsWith("⇒ " + teacher.Name));
        written.Select(line => line.Action).ShouldContain("Work.Created");
        written.ShouldAllBe(line => line.AccountId != teacher.AccountId);
        await StopAsync(support);
        (await support.PageAsync("/my")).Body!.TextContent.ShouldNotContain("正在代");
        (await LinesAsync(site, line => line.SubjectId == teacher.AccountId)).Select(line => line.Action).ShouldContain("Acting.Started");
    }

    [Fact]
    public async Task Should_refuse_oneself_a_missing_reason_and_who_may_not()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        using var support = await Visitor.SignedInAsync(site, "demo-admin");
        foreach (var (login, reason) in new[] { ("demo-admin", "看看"), ("demo-teacher", " "), ("nobody-here", "看看") })
            (await support.SubmitAsync("/admin/acting", new() { ["Login"] = login, ["Reason"] = reason })).StatusCode.ShouldBe(
                HttpStatusCode.UnprocessableEntity
            );
        support.Cookies.ShouldNotContain("hub.acting");
        using var county = await Visitor.SignedInAsync(site, "demo-county");
        (await county.GetAsync("/admin/acting")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Should_pass_over_a_forged_cookie_and_one_sealed_for_another()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        using var support = await Visitor.SignedInAsync(site, "demo-admin");
        await ActForAsync(support, "demo-teacher");
        var sealedForAdmin = support.Cookies.Split("; ").Single(cookie => cookie.StartsWith("hub.acting", StringComparison.Ordinal));
        using var other = await Visitor.SignedInAsync(site, "demo-city");
        foreach (var cookie in new[] { sealedForAdmin, "hub.acting=forged" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/my");
            request.Headers.Add("Cookie", cookie);
            (await (await other.Client.SendAsync(request)).Content.ReadAsStringAsync()).ShouldNotContain("正在代");
        }
    }

    private static async Task ActForAsync(Visitor support, string login) =>
        (await support.SubmitAsync("/admin/acting", new() { ["Login"] = login, ["Reason"] = "电话求助：打不开草稿" })).StatusCode.ShouldBe(
            HttpStatusCode.Redirect
        );

    private static async Task StopAsync(Visitor support)
    {
        const string token = "__RequestVerificationToken";
        var banner = (await support.PageAsync("/my")).QuerySelector($"form[action='/account/acting/stop'] input[name={token}]")!;
        var fields = new Dictionary<string, string> { [token] = banner.GetAttribute("value")! };
        await support.Client.PostAsync("/account/acting/stop", new FormUrlEncodedContent(fields));
    }

    private static HubUser User(string name, params Grant[] grants) => new(name, null, name, null, grants);

    private static Task<List<AuditEntry>> LinesAsync(TestSite site, System.Linq.Expressions.Expression<Func<AuditEntry, bool>> which) =>
        site.InScopeAsync(services => services.GetRequiredService<HubDbContext>().Set<AuditEntry>().Where(which).ToListAsync());
}
