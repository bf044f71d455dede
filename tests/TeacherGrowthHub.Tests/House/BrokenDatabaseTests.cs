using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.House;

public sealed class BrokenDatabaseTests
{
    [Fact]
    public async Task Should_say_so_and_live_on_when_nobody_can_be_signed_in()
    {
        await using var site = await TestSite.StartAsync(DatabaseProvider.Sqlite);
        using var teacher = await Visitor.SignedInAsync(site, "demo-teacher");
        await DoAsync(site, "ALTER TABLE AccountSessions RENAME TO Elsewhere");
        for (var i = 0; i < 3; i++)
        {
            var answer = await teacher.Client.GetAsync("/my/hours");
            answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
            (await answer.Content.ReadAsStringAsync()).ShouldBe("网站暂时不能使用，请稍后再试。");
        }
        await DoAsync(site, "ALTER TABLE Elsewhere RENAME TO AccountSessions");
        (await teacher.Client.GetAsync("/my/hours")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static Task DoAsync(TestSite site, string sql) =>
        site.InScopeAsync(services => services.GetRequiredService<HubDbContext>().Database.ExecuteSqlRawAsync(sql));
}
