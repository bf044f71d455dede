using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Kinds;
using TeacherGrowthHub.People.Imports.Services;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People.Imports;

/// <summary>The store fails in the middle of a confirmed import.</summary>
public sealed class ImportFaultTests
{
    private const string Headers = "工号 姓名 学校 开通账号";
    private const int Rows = ImportRun.ChunkSize + 40;

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Should_write_nothing_when_the_store_fails_half_way(DatabaseProvider provider)
    {
        var stage = await ImportStage.OnAsync(provider);
        var batch = await stage.CheckAsync(TeacherImport.Kind, Book(stage));
        (batch.Created, batch.RefusedRows).ShouldBe((Rows, 0));
        // In the second chunk: the first has been handed to the store by then.
        await DoAsync(stage, Break(provider, $"{stage.Tag}-{ImportRun.ChunkSize + 20}"));
        var refused = await stage.ConfirmAsync(batch.Id);
        refused.State.ShouldBe(ImportState.Refused);
        refused.Problem!.ShouldContain("没有写入任何内容");
        (await stage.CountAsync()).ShouldBe(0);
        (await CountAsync<Account>(stage, account => account.UserName!.StartsWith(stage.Tag))).ShouldBe(0);
        (await CountAsync<TeacherPost>(stage, post => post.OrganizationId == stage.First.Id)).ShouldBe(0);
        (await CountAsync<AuditEntry>(stage, line => line.Path == stage.First.Path)).ShouldBe(0);

        await DoAsync(stage, Mend(provider));
        var again = await stage.CheckAsync(TeacherImport.Kind, Book(stage));
        (await stage.ConfirmAsync(again.Id)).State.ShouldBe(ImportState.Applied);
        (await stage.CountAsync()).ShouldBe(Rows);
    }

    private static MemoryStream Book(ImportStage stage) =>
        SampleBook.Of(
            Headers,
            [.. Enumerable.Range(1, Rows).Select(i => new object?[] { $"{stage.Tag}-{i}", "甲", stage.First.Name, "是" })]
        );

    private static string[] Break(DatabaseProvider provider, string number) =>
        provider == DatabaseProvider.Sqlite
            ?
            [
                $"CREATE TRIGGER fault BEFORE INSERT ON Teachers WHEN NEW.TeacherNumber = '{number}' BEGIN SELECT RAISE(ABORT, 'fault'); END",
            ]
            :
            [
                $"CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN IF NEW.\"TeacherNumber\" = ''{number}'' THEN RAISE EXCEPTION USING ERRCODE = ''53100''; END IF; RETURN NEW; END'",
                "CREATE TRIGGER fault BEFORE INSERT ON \"Teachers\" FOR EACH ROW EXECUTE FUNCTION fault()",
            ];

    private static string[] Mend(DatabaseProvider provider) =>
        provider == DatabaseProvider.Sqlite ? ["DROP TRIGGER fault"] : ["DROP TRIGGER fault ON \"Teachers\"", "DROP FUNCTION fault()"];

    private static Task DoAsync(ImportStage stage, string[] statements) =>
        stage.Site.InScopeAsync(async services =>
        {
            foreach (var statement in statements)
                await services.GetRequiredService<HubDbContext>().Database.ExecuteSqlRawAsync(statement);
        });

    private static Task<int> CountAsync<T>(ImportStage stage, System.Linq.Expressions.Expression<Func<T, bool>> which)
        where T : class => stage.Site.InScopeAsync(services => ImportStage.Set<T>(services).CountAsync(which));
}
