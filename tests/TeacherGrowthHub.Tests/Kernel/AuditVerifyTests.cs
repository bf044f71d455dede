using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Cli;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.Kernel;

/// <summary>Changes from outside are made with SQL, as somebody with the database would.</summary>
public sealed class AuditVerifyTests
{
    private const string Touched = "7";

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_find_a_change_of_any_column_and_a_line_removed_or_put_in(DatabaseProvider provider)
    {
        await using var site = await TestSite.StartAsync(provider, environment: "Development");
        await WriteAsync(site, 20);
        var whole = await VerifyAsync(site);
        (whole.Problem, whole.LastId).ShouldBe((null, whole.Count));
        foreach (var column in Columns(site))
        {
            await AfterAsync(
                site,
                $"""UPDATE "AuditEntries" SET "{column.Name}" = {column.Value} WHERE "Id" = {Touched}""",
                verdict => verdict.BrokenId.ShouldBe(long.Parse(Touched), column.Name)
            );
        }
        await AfterAsync(
            site,
            """DELETE FROM "AuditEntries" WHERE "Id" = 9""",
            verdict => verdict.Problem!.ShouldContain("Line 9 is missing")
        );
        await AfterAsync(
            site,
            """DELETE FROM "AuditEntries" WHERE "Id" = 1""",
            verdict => verdict.Problem!.ShouldContain("Line 1 is missing")
        );
        await AfterAsync(site, Copy(0), verdict => verdict.BrokenId.ShouldBe(0));
        await AfterAsync(site, Copy(whole.LastId + 1), verdict => verdict.BrokenId.ShouldBe(whole.LastId + 1));
        (await VerifyAsync(site)).ShouldBe(whole);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_find_a_cut_end_by_a_hash_noted_earlier_and_a_cut_beginning_without(DatabaseProvider provider)
    {
        await using var site = await TestSite.StartAsync(provider, environment: "Development");
        await WriteAsync(site, 5);
        var whole = await VerifyAsync(site);
        await WriteAsync(site, 3);
        (await VerifyAsync(site, whole.LastHash)).Problem.ShouldBeNull();
        var now = await VerifyAsync(site);
        var cut = $"""DELETE FROM "AuditEntries" WHERE "Id" = {now.LastId}""";
        await AfterAsync(site, cut, verdict => verdict.IsWhole.ShouldBeTrue());
        await AfterAsync(site, cut, verdict => verdict.Problem!.ShouldContain(now.LastHash), now.LastHash);
        var second = await LineAsync(site, 2);
        await ExecuteAsync(site, """DELETE FROM "AuditEntries" WHERE "Id" <= 2""");
        await ExecuteAsync(site, $"""INSERT INTO "AuditAnchors" ("Key", "LastId", "Hash") VALUES (1, 2, '{second.Hash}')""");
        (await VerifyAsync(site)).Problem!.ShouldContain("retention did not remove");
    }

    [Fact]
    public async Task Should_answer_on_the_command_line_and_by_its_exit_code()
    {
        await using var site = await TestSite.StartAsync(DatabaseProvider.Sqlite, environment: "Development");
        await WriteAsync(site, 3);
        var head = (await VerifyAsync(site)).LastHash;
        (await RunAsync(site)).ShouldBe(0);
        (await RunAsync(site, "--head", head.ToUpperInvariant())).ShouldBe(0);
        (await RunAsync(site, "--head", new string('0', 64))).ShouldBe(1);
        (await RunAsync(site, "--tail")).ShouldBe(2);
        await ExecuteAsync(site, """UPDATE "AuditEntries" SET "ActorName" = 'nobody' WHERE "Id" = 2""");
        (await RunAsync(site)).ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_give_an_unbroken_chain_to_many_writers_and_no_gap_to_one_who_takes_it_back(DatabaseProvider provider)
    {
        await using var site = await TestSite.StartAsync(provider, environment: "Development");
        var before = await VerifyAsync(site);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(writer => Task.Run(() => WriteAndTakeBackAsync(site, $"writer-{writer}"))));
        var after = await VerifyAsync(site);
        (after.Problem, after.LastId).ShouldBe((null, before.LastId + 6 * 5 * 2));
    }

    private static async Task WriteAndTakeBackAsync(TestSite site, string name)
    {
        for (var turn = 0; turn < 5; turn++)
        {
            await site.InScopeAsync(services => SaveTwoAsync(services, name));
            await site.InScopeAsync(async services =>
            {
                await using var transaction = await services.GetRequiredService<HubDbContext>().Database.BeginTransactionAsync();
                await SaveTwoAsync(services, name + "-back");
            });
        }
    }

    private static Task SaveTwoAsync(IServiceProvider services, string id)
    {
        var audit = services.GetRequiredService<AuditTrail>();
        audit.Record(HubUser.System, "Test.First", "Test", id, path: "baoshan/");
        audit.Record(HubUser.System, "Test.Second", "Test", id, before: new { Text = "之前" }, after: new { Text = "之后" });
        return services.GetRequiredService<HubDbContext>().SaveChangesAsync();
    }

    private static async Task WriteAsync(TestSite site, int lines)
    {
        for (var i = 0; i < lines; i++)
            await site.InScopeAsync(services =>
            {
                services
                    .GetRequiredService<AuditTrail>()
                    .Record(
                        new HubUser("account", null, "某人", null, []),
                        "Test.Done",
                        "Test",
                        $"{i}",
                        new { i },
                        new { i, n = i },
                        "baoshan/"
                    );
                return services.GetRequiredService<HubDbContext>().SaveChangesAsync();
            });
    }

    private static IEnumerable<(string Name, string Value)> Columns(TestSite site) =>
        site.InScopeAsync(services =>
            Task.FromResult(
                services
                    .GetRequiredService<HubDbContext>()
                    .Model.FindEntityType(typeof(AuditEntry))!
                    .GetProperties()
                    .Where(property => property.Name != nameof(AuditEntry.Id))
                    .Select(property => (property.Name, property.Name == nameof(AuditEntry.At) ? "'2026-01-01 00:00:00'" : "'x'"))
                    .ToList()
            )
        ).Result;

    // The change is made, looked at, and taken back.
    private static Task AfterAsync(TestSite site, string sql, Action<AuditVerdict> check, string? head = null) =>
        site.InScopeAsync(async services =>
        {
            var database = services.GetRequiredService<HubDbContext>();
            await using var transaction = await database.Database.BeginTransactionAsync();
            (await database.Database.ExecuteSqlRawAsync(sql)).ShouldBe(1, sql);
            check(await services.GetRequiredService<AuditVerification>().RunAsync(head));
        });

    private static string Copy(long id) =>
        $"""
            INSERT INTO "AuditEntries" ("Id", "At", "AccountId", "ActorName", "Action", "SubjectKind", "SubjectId", "Hash")
            SELECT {id}, "At", "AccountId", "ActorName", "Action", "SubjectKind", "SubjectId", "Hash" FROM "AuditEntries" WHERE "Id" = 3
            """;

    private static Task<AuditVerdict> VerifyAsync(TestSite site, string? head = null) =>
        site.InScopeAsync(services => services.GetRequiredService<AuditVerification>().RunAsync(head));

    private static Task<AuditEntry> LineAsync(TestSite site, long id) =>
        site.InScopeAsync(services => services.GetRequiredService<HubDbContext>().Set<AuditEntry>().SingleAsync(line => line.Id == id));

    private static Task ExecuteAsync(TestSite site, string sql) =>
        site.InScopeAsync(services => services.GetRequiredService<HubDbContext>().Database.ExecuteSqlRawAsync(sql));

    private static Task<int> RunAsync(TestSite site, params string[] arguments) =>
        site.InScopeAsync(services =>
            services
                .GetServices<IHubCommand>()
                .Single(command => command.Verb == "audit verify")
                .RunAsync(arguments, CancellationToken.None)
        );
}
