using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Kinds;
using TeacherGrowthHub.People.Imports.Planning;
using TeacherGrowthHub.People.Services.Accounts;

namespace TeacherGrowthHub.People.Imports.Services;

/// <summary>Writes a confirmed import in one transaction, or, when a row no longer comes to what was confirmed, nothing at all.</summary>
public sealed class ImportApply(
    HubDbContext database,
    IBlobStore blobs,
    ImportKinds kinds,
    ImportBatches batches,
    AccountGrants accounts,
    AuditTrail audit,
    SchoolCalendar calendar,
    ImportProgress progress,
    ImportFailures failures,
    IPageCache pages,
    ILogger<ImportApply> logger,
    TimeProvider clock
) : IOutboxHandler<ApplyImport>
{
    private const string Differs = "核对之后数据有变化：第 {0} 行的结果与您确认的不同。没有写入任何内容，请重新上传核对";
    private const string RefusedNow = "第 {0} 行现在不能写入：{1}。没有写入任何内容，请重新上传核对";
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
            await failures.RefuseAsync(message.BatchId, refusal.Text, [.. refusal.Arguments.Select(argument => $"{argument}")]);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another worker has written it; the transaction of this one is undone.
        }
        catch (DbUpdateException exception) when (StoreRules.AreBrokenBy(exception))
        {
            await failures.RefuseAsync(message.BatchId, Broken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Nobody waits for ever: the owner hears of it, and nothing has been written.
            logger.LogError(exception, "Import {Batch} failed while it was written", message.BatchId);
            await failures.RefuseAsync(message.BatchId, Failed);
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
        var kind = kinds.Of(batch.Kind);
        var user = await accounts.UserAsync(batch.SecondId ?? batch.AccountId, cancellationToken) ?? HubUser.Guest;
        await using var workbook = (await blobs.OpenAsync(batch.FileHash!, cancellationToken))!;
        var run = ImportRun.Read(workbook, kind.Columns);
        await using var transaction = await WholeImport.BeginAsync(database, cancellationToken);
        var planner = kind.Planner(new ImportTarget(database, audit, user, batch, calendar.Today, writes: true));
        await WriteRowsAsync(batch, run, planner, cancellationToken);
        database.Attach(batch);
        (batch.State, batch.AppliedAt) = (ImportState.Applied, clock.GetUtcNow().UtcDateTime);
        batches.Record(user, "Import.Applied", batch, Summary(batch));
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (kind.ShowsOnPages)
            await pages.ClearAsync(cancellationToken);
    }

    private async Task WriteRowsAsync(ImportBatch batch, ImportRun run, IRowPlanner planner, CancellationToken cancellationToken)
    {
        var report = (await batches.ReportAsync(batch, cancellationToken))!.Value;
        await using var confirmed = report.Rows.GetAsyncEnumerator(cancellationToken);
        await foreach (var row in run.PlanAsync(planner, StoreAsync, cancellationToken))
        {
            if (await confirmed.MoveNextAsync() && ImportReport.AreSame(row, confirmed.Current))
                continue;
            throw row.Reason is null
                ? new RefusedException(Differs, row.Row)
                : new RefusedException(RefusedNow, row.Row, string.Format(CultureInfo.InvariantCulture, row.Reason, [.. row.Arguments]));
        }

        async Task StoreAsync(int done)
        {
            await database.SaveChangesAsync(cancellationToken);
            await planner.StoredAsync(cancellationToken);
            database.ChangeTracker.Clear();
            progress.Set(batch.Id, done);
        }
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
