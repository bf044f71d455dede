using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Kinds;
using TeacherGrowthHub.People.Imports.Services;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People.Imports;

/// <summary>Workbooks of imports do not lie about for ever.</summary>
public sealed class ImportRetentionTests
{
    private static readonly int Days = new ImportRetention().Days;

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Should_remove_workbook_and_report_after_their_time_and_keep_the_numbers(DatabaseProvider provider)
    {
        var stage = await ImportStage.OnAsync(provider);
        var (old, young) = (await ImportedAsync(stage, "1"), await ImportedAsync(stage, "2"));
        await AgeAsync(stage, old.Id, Days + 1);
        await AgeAsync(stage, young.Id, Days - 1);
        await RunAsync(stage);

        (await FreshAsync(stage, young)).FileHash.ShouldBe(young.FileHash);
        (await IsStoredAsync(stage, young.FileHash!)).ShouldBeTrue();
        var left = await FreshAsync(stage, old);
        (left.FileHash, left.ReportHash, left.State, left.Created).ShouldBe((null, null, ImportState.Applied, 1));
        (await IsStoredAsync(stage, old.FileHash!)).ShouldBeFalse();
        (await IsStoredAsync(stage, old.ReportHash!)).ShouldBeFalse();
        (await stage.TeacherAsync(stage.Tag + "1")).ShouldNotBeNull();
        (await LinesAsync(stage, old.Id)).ShouldBe(1);
        await RunAsync(stage);
        (await LinesAsync(stage, old.Id)).ShouldBe(1);

        using var owner = await Visitor.SignedInAsync(stage.Site, await new Cast(stage.Site).LoginOfAsync(stage.Admin));
        (await owner.PageAsync("/admin/imports/" + old.Id)).QuerySelector("main")!.TextContent.ShouldContain("按期清除");
        ((int)(await owner.GetAsync($"/admin/imports/{old.Id}/errors")).StatusCode).ShouldBe(404);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Should_keep_bytes_that_somebody_else_still_has(DatabaseProvider provider)
    {
        var stage = await ImportStage.OnAsync(provider);
        var bytes = SampleBook.Of(ImportStage.TeacherHeaders, [stage.Tag, "甲", stage.First.Name]).ToArray();
        var one = await stage.CheckAsync(TeacherImport.Kind, new MemoryStream(bytes));
        var two = await stage.CheckAsync(TeacherImport.Kind, new MemoryStream(bytes));
        one.FileHash.ShouldBe(two.FileHash);
        await AgeAsync(stage, one.Id, Days + 1);
        await RunAsync(stage);
        (await FreshAsync(stage, one)).FileHash.ShouldBeNull();
        (await IsStoredAsync(stage, two.FileHash!)).ShouldBeTrue();
        (await stage.ConfirmAsync(two.Id)).State.ShouldBe(ImportState.Applied);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Should_end_what_nobody_confirmed_and_leave_what_is_being_written(DatabaseProvider provider)
    {
        var stage = await ImportStage.OnAsync(provider);
        using var book = SampleBook.Of(ImportStage.TeacherHeaders, [stage.Tag, "甲", stage.First.Name]);
        var unconfirmed = await stage.CheckAsync(TeacherImport.Kind, book);
        await AgeAsync(stage, unconfirmed.Id, Days + 1);
        var waiting = await AgedAsync(stage, "8", ImportState.Waiting);
        var writing = await AgedAsync(stage, "9", ImportState.Applying);
        var undoing = await AgedAsync(stage, "7", ImportState.Undoing);
        await RunAsync(stage);
        (await FreshAsync(stage, unconfirmed)).State.ShouldBe(ImportState.Cancelled);
        (await FreshAsync(stage, waiting)).State.ShouldBe(ImportState.Cancelled);
        await Should.ThrowAsync<RefusedException>(() => stage.ConfirmAsync(unconfirmed.Id));
        foreach (var busy in new[] { writing, undoing })
            (await IsStoredAsync(stage, busy.FileHash!)).ShouldBeTrue();
    }

    private static async Task<ImportBatch> AgedAsync(ImportStage stage, string suffix, ImportState state)
    {
        var batch = await ImportedAsync(stage, suffix);
        await ChangeAsync(stage, batch.Id, rows => rows.ExecuteUpdateAsync(update => update.SetProperty(row => row.State, state)));
        await AgeAsync(stage, batch.Id, Days + 1);
        return batch;
    }

    private static async Task<ImportBatch> ImportedAsync(ImportStage stage, string suffix)
    {
        using var book = SampleBook.Of(ImportStage.TeacherHeaders, [stage.Tag + suffix, "甲", stage.First.Name]);
        return await stage.ConfirmAsync((await stage.CheckAsync(TeacherImport.Kind, book)).Id);
    }

    private static Task AgeAsync(ImportStage stage, string id, int days)
    {
        var then = DateTime.UtcNow.AddDays(-days);
        return ChangeAsync(stage, id, rows => rows.ExecuteUpdateAsync(update => update.SetProperty(batch => batch.CreatedAt, then)));
    }

    private static Task ChangeAsync(ImportStage stage, string id, Func<IQueryable<ImportBatch>, Task> change) =>
        stage.Site.InScopeAsync(services => change(ImportStage.Set<ImportBatch>(services).Where(batch => batch.Id == id)));

    private static Task RunAsync(ImportStage stage) =>
        stage.Site.InScopeAsync(services => services.GetRequiredService<ImportRetentionJob>().RunAsync(default));

    private static Task<ImportBatch> FreshAsync(ImportStage stage, ImportBatch batch) =>
        stage.Site.InScopeAsync(services => ImportStage.Set<ImportBatch>(services).AsNoTracking().SingleAsync(row => row.Id == batch.Id));

    private static Task<bool> IsStoredAsync(ImportStage stage, string hash) =>
        stage.Site.InScopeAsync(async services =>
        {
            await using var content = await services.GetRequiredService<IBlobStore>().OpenAsync(hash);
            return content is not null;
        });

    private static Task<int> LinesAsync(ImportStage stage, string id) =>
        stage.Site.InScopeAsync(services =>
            ImportStage.Set<AuditEntry>(services).CountAsync(line => line.SubjectId == id && line.Action == "Import.FilesRemoved")
        );
}
