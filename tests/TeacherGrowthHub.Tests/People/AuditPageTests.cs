using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People;

public sealed class AuditPageTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_show_the_lines_of_the_own_school_only_and_record_that_they_were_read(DatabaseProvider provider)
    {
        var site = await TestSite.OnAsync(provider);
        var cast = new Cast(site);
        var (own, other) = (await cast.SchoolAsync(), await cast.SchoolAsync());
        await RecordAsync(site, own.Path, "own-1");
        await RecordAsync(site, other.Path, "other-1");
        await RecordAsync(site, null, "site-1");
        var administrator = await cast.TeacherAsync(own, "SchoolAdministrator");
        using var visitor = await Visitor.SignedInAsync(site, await cast.LoginOfAsync(administrator));
        var text = (await visitor.PageAsync("/admin/audit?act=Test.Done")).QuerySelector("main")!.TextContent;
        text.ShouldContain("own-1");
        text.ShouldNotContain("other-1");
        text.ShouldNotContain("site-1");
        var views = await LinesAsync(site, line => line.Action == AuditSearch.Viewed && line.AccountId == administrator.AccountId);
        views.Single().Path.ShouldBe(own.Path);
        views[0].After!.ShouldContain("Test.Done");
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_find_by_person_kind_action_object_day_and_text(DatabaseProvider provider)
    {
        var site = await TestSite.OnAsync(provider);
        var cast = new Cast(site);
        var school = await cast.SchoolAsync();
        var teacher = await cast.TeacherAsync(school);
        var mark = "m" + Guid.NewGuid().ToString("N")[..10];
        await RecordAsync(site, school.Path, mark, teacher, new { Text = $"\U00020bb7\"之前{mark}" });
        var (search, reader) = (new AuditFilter { SubjectId = mark }, Reader("baoshan/"));
        var today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8));
        AuditFilter[] finding =
        [
            search,
            search with
            {
                Person = teacher.Name[..6],
            },
            search with
            {
                Person = "nobody at all",
                AccountIds = [teacher.AccountId!],
            },
            search with
            {
                Kind = "Test",
                Action = "Test.Done",
                From = today.AddDays(-1),
                To = today.AddDays(1),
            },
            search with
            {
                Text = $"\U00020bb7\"之前{mark}",
            },
            search with
            {
                From = DateOnly.MinValue,
                To = DateOnly.MaxValue,
            },
        ];
        foreach (var filter in finding)
            (await SearchAsync(site, filter, reader)).Single().SubjectId.ShouldBe(mark, filter.ToString());
        AuditFilter[] missing =
        [
            search with
            {
                Person = "nobody at all",
            },
            search with
            {
                Kind = "Other",
            },
            search with
            {
                Action = "Test.Other",
            },
            search with
            {
                From = today.AddDays(2),
            },
            search with
            {
                To = today.AddDays(-2),
            },
            search with
            {
                Text = "不在里面",
            },
            search with
            {
                Text = "%",
            },
        ];
        foreach (var filter in missing)
            (await SearchAsync(site, filter, reader)).ShouldBeEmpty(filter.ToString());
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_show_lines_of_the_site_to_the_city_and_not_to_a_county(DatabaseProvider provider)
    {
        var site = await TestSite.OnAsync(provider);
        var mark = "m" + Guid.NewGuid().ToString("N")[..10];
        await RecordAsync(site, null, mark);
        await RecordAsync(site, "baoshan/longyang/", mark);
        var filter = new AuditFilter { SubjectId = mark };
        (await SearchAsync(site, filter, Reader("baoshan/"))).Count.ShouldBe(2);
        (await SearchAsync(site, filter, Reader("baoshan/longyang/"))).Single().Path.ShouldBe("baoshan/longyang/");
        (await SearchAsync(site, filter, Reader("baoshan/tengchong/"))).ShouldBeEmpty();
        (await SearchAsync(site, filter, new HubUser("x", null, "x", null, []))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_go_on_to_older_lines_without_leaving_any_out()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        var cast = new Cast(site);
        var school = await cast.SchoolAsync();
        for (var i = 0; i < 60; i++)
            await RecordAsync(site, school.Path, $"line-{i}");
        using var visitor = await SignInAsync(site, cast, school);
        var first = await visitor.PageAsync("/admin/audit?act=Test.Done");
        var second = await visitor.PageAsync(first.QuerySelector("a[href*=before]")!.GetAttribute("href")!);
        var rows = first
            .QuerySelectorAll("tbody tr")
            .Concat(second.QuerySelectorAll("tbody tr"))
            .Select(row => row.QuerySelector("td:nth-child(4) div")!.TextContent);
        rows.ShouldBe(Enumerable.Range(0, 60).Reverse().Select(i => $"line-{i}"));
        second.QuerySelector("a[href*=before]").ShouldBeNull();
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_export_what_the_filters_find_and_record_it(DatabaseProvider provider)
    {
        var site = await TestSite.OnAsync(provider);
        var cast = new Cast(site);
        var (school, other) = (await cast.SchoolAsync(), await cast.SchoolAsync());
        await RecordAsync(site, school.Path, "=1+1", state: new { Text = "逗号,引号\"换行\n" });
        await RecordAsync(site, other.Path, "other-1");
        using var visitor = await SignInAsync(site, cast, school);
        var page = await visitor.PageAsync("/admin/audit?act=Test.Done");
        var fields = page.QuerySelectorAll("main form[method=post] input")
            .ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        var answer = await visitor.Client.PostAsync("/admin/audit?handler=Export", new FormUrlEncodedContent(fields));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        bytes.Take(3).ShouldBe(Encoding.UTF8.Preamble.ToArray());
        var lines = Encoding.UTF8.GetString(bytes).Split("\r\n");
        lines.Length.ShouldBe(3);
        lines[1].ShouldContain("\"'=1+1\"");
        lines[1].ShouldNotContain("other-1");
        var record = await LinesAsync(site, line => line.Action == AuditSearch.Exported && line.Path == school.Path);
        record.Single().After!.ShouldContain("Test.Done");
    }

    [Theory]
    [InlineData("?person=%00&text=%00%01&subject=%00&kind=%00&act=%00")]
    [InlineData("?from=yesterday&to=2026-99-99&before=x")]
    [InlineData("?from=0001-01-01&to=9999-12-31&before=-9223372036854775808")]
    [InlineData("?text=%25_%5C%27%22")]
    public async Task Should_answer_odd_filters_with_a_page(string query)
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Postgres);
        var cast = new Cast(site);
        using var visitor = await SignInAsync(site, cast, await cast.SchoolAsync());
        (await visitor.GetAsync("/admin/audit" + query)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Should_refuse_those_who_may_not_read_it()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        var cast = new Cast(site);
        using var visitor = await SignInAsync(site, cast, await cast.SchoolAsync(), role: null);
        (await visitor.GetAsync("/admin/audit")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await visitor.Client.PostAsync("/admin/audit?handler=Export", null)).StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    private static async Task<Visitor> SignInAsync(TestSite site, Cast cast, Organization school, string? role = "SchoolAdministrator") =>
        await Visitor.SignedInAsync(site, await cast.LoginOfAsync(await cast.TeacherAsync(school, role)));

    private static HubUser Reader(string scope) => new("reader", null, "reader", null, [new Grant(AuditPermissions.View, scope)]);

    private static Task<IReadOnlyList<AuditEntry>> SearchAsync(TestSite site, AuditFilter filter, HubUser reader) =>
        site.InScopeAsync(services => services.GetRequiredService<AuditSearch>().ViewAsync(filter, 100, reader));

    private static Task RecordAsync(TestSite site, string? path, string id, HubUser? user = null, object? state = null) =>
        site.InScopeAsync(services =>
        {
            services.GetRequiredService<AuditTrail>().Record(user ?? HubUser.System, "Test.Done", "Test", id, after: state, path: path);
            return services.GetRequiredService<HubDbContext>().SaveChangesAsync();
        });

    private static Task<List<AuditEntry>> LinesAsync(TestSite site, System.Linq.Expressions.Expression<Func<AuditEntry, bool>> which) =>
        site.InScopeAsync(services =>
            services.GetRequiredService<HubDbContext>().Set<AuditEntry>().AsNoTracking().Where(which).ToListAsync()
        );
}
