using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Planning;
using TeacherGrowthHub.People.Services.Accounts;

namespace TeacherGrowthHub.People.Imports.Services;

/// <summary>Writes a confirmed import in one transaction, or, when a row no longer comes to what was confirmed, nothing at all.</summary>
public sealed class ImportApply(
    HubDbContext database,
    IBlobStore blobs,
    ImportPlanners planners,
    AccountGrants accounts,
    AuditTrail audit,
    ImportProgress progress,
    IPageCache pages,
    IServiceScopeFactory scopes,
    ILogger<ImportApply> logger,
    TimeProvider clock
) : IOutboxHandler<ApplyImport>
{
    private const string Differs = "核对之后数据有变化：第 {0} 行的结果与您确认的不同。没有写入任何内容，请重新上传核对";
    private const string Broken = "写入时数据库拒绝了其中的数据，可能刚被别人修改。没有写入任何内容，请重新上传核对";

    private const string Failed = "写入时出了意外，没有写入任何内容。请重新上传；再出现时请联系管理员查看日志";

    public async Task HandleAsync(ApplyImport message, CancellationToken cancellationToken)
    {
        try
        {
            await ApplyAsync(message.BatchId, cancellationToken);
        }
        catch (RefusedException refusal)
        {
            await RefuseAsync(message.BatchId, refusal.Text, [.. refusal.Arguments.Select(argument => $"{argument}")]);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another worker has written it; the transaction of this one is undone.
        }
        catch (DbUpdateException exception) when (StoreRules.AreBrokenBy(exception))
        {
            await RefuseAsync(message.BatchId, Broken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Nobody waits for ever: the owner hears of it, and nothing has been written.
            logger.LogError(exception, "Import {Batch} failed while it was written", message.BatchId);
            await RefuseAsync(message.BatchId, Failed);
        }
        finally
        {
            progress.Remove(message.BatchId);
        }
    }

    private async Task ApplyAsync(string batchId, CancellationToken cancellationToken)
    {
        var batch = await database.Set<ImportBatch>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == batchId, cancellationToken);
        if (batch is not { State: ImportState.Applying })
            return;
        var user = await accounts.UserAsync(batch.AccountId, cancellationToken) ?? HubUser.Guest;
        await using var workbook = (await blobs.OpenAsync(batch.FileHash!, cancellationToken))!;
        var run = ImportRun.Read(workbook, batch.Kind);
        // SQLite lets nobody else write from here on.
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await WriteRowsAsync(batch, run, user, cancellationToken);
        database.Attach(batch);
        (batch.State, batch.AppliedAt) = (ImportState.Applied, clock.GetUtcNow().UtcDateTime);
        audit.Record(user, "Import.Applied", nameof(ImportBatch), batchId, after: Summary(batch), path: ImportService.PlaceOf(user));
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (batch.Kind == ImportKind.Organizations)
            await pages.ClearAsync(cancellationToken);
    }

    private async Task WriteRowsAsync(ImportBatch batch, ImportRun run, HubUser user, CancellationToken cancellationToken)
    {
        using var report = new StreamReader((await blobs.OpenAsync(batch.ReportHash!, cancellationToken))!);
        await ImportReport.HeadAsync(report, cancellationToken);
        var planner = planners.Create(batch, user, writes: true);
        await foreach (var row in run.PlanAsync(planner, StoreAsync, cancellationToken))
        {
            if (ImportReport.Line(row) != await report.ReadLineAsync(cancellationToken))
                throw new RefusedException(Differs, row.Row);
        }

        async Task StoreAsync(int done)
        {
            await database.SaveChangesAsync(cancellationToken);
            await planner.StoredAsync(cancellationToken);
            database.ChangeTracker.Clear();
            progress.Set(batch.Id, done);
        }
    }

    private async Task RefuseAsync(string batchId, string problem, params string[] arguments)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<HubDbContext>();
        var batch = await store.Set<ImportBatch>().SingleAsync(b => b.Id == batchId);
        if (batch.State != ImportState.Applying)
            return;
        batch.Refuse(problem, arguments);
        await store.SaveChangesAsync();
    }

    private static object Summary(ImportBatch batch) =>
        new
        {
            batch.Kind,
            batch.FileName,
            batch.Created,
            batch.Changed,
            batch.Unchanged,
            Refused = batch.RefusedRows,
        };
}
