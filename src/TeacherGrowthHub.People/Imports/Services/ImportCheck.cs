using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Kinds;
using TeacherGrowthHub.People.Imports.Planning;
using TeacherGrowthHub.People.Services.Accounts;

namespace TeacherGrowthHub.People.Imports.Services;

/// <summary>The dry run: reads the workbook, plans every row, writes the report and nothing else.</summary>
public sealed class ImportCheck(
    HubDbContext database,
    IBlobStore blobs,
    ImportKinds kinds,
    AccountGrants accounts,
    AuditTrail audit,
    SchoolCalendar calendar,
    ILogger<ImportCheck> logger
) : IOutboxHandler<CheckImport>
{
    private const string Failed = "核对时出了意外。请重新上传；再出现时请联系管理员查看日志";

    private sealed class EndedException : Exception;

    public async Task HandleAsync(CheckImport message, CancellationToken cancellationToken)
    {
        var batch = await database.Set<ImportBatch>().SingleOrDefaultAsync(b => b.Id == message.BatchId, cancellationToken);
        if (batch is not { State: ImportState.Checking })
            return;
        try
        {
            await CheckAsync(batch, cancellationToken);
            batch.State = ImportState.Checked;
        }
        catch (RefusedException refusal)
        {
            batch.Refuse(refusal.Text, [.. refusal.Arguments.Select(argument => $"{argument}")]);
        }
        catch (EndedException)
        {
            return;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(exception, "Import {Batch} failed while it was checked", message.BatchId);
            batch.Refuse(Failed);
        }
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Cancelled meanwhile: the state is what the token guards.
        }
    }

    private async Task CheckAsync(ImportBatch batch, CancellationToken cancellationToken)
    {
        var kind = kinds.Of(batch.Kind);
        var user = await accounts.UserAsync(batch.AccountId, cancellationToken) ?? HubUser.Guest;
        await using var workbook = (await blobs.OpenAsync(batch.FileHash!, cancellationToken))!;
        var run = ImportRun.Read(workbook, kind.Columns);
        await NoteAsync(batch.Id, 0, run.Rows.Count, cancellationToken);
        await using var report = TemporaryFile.Create();
        await using (var lines = new StreamWriter(report, new UTF8Encoding(false), leaveOpen: true))
        {
            await lines.WriteLineAsync(ImportReport.Line(run.Head));
            var planner = kind.Planner(new ImportTarget(database, audit, user, batch, calendar.Today, writes: false));
            var counts = new int[4];
            await foreach (
                var row in run.PlanAsync(planner, done => NoteAsync(batch.Id, done, run.Rows.Count, cancellationToken), cancellationToken)
            )
            {
                counts[(int)row.Outcome]++;
                await lines.WriteLineAsync(ImportReport.Line(row));
            }
            (batch.Created, batch.Changed, batch.Unchanged, batch.RefusedRows) = (counts[0], counts[1], counts[2], counts[3]);
        }
        report.Position = 0;
        batch.ReportHash = (await blobs.WriteAsync(report, cancellationToken)).Hash;
        (batch.RowsDone, batch.Rows) = (run.Rows.Count, run.Rows.Count);
    }

    private async Task NoteAsync(string id, int done, int rows, CancellationToken cancellationToken)
    {
        var noted = await database
            .Set<ImportBatch>()
            .Where(batch => batch.Id == id && batch.State == ImportState.Checking)
            .ExecuteUpdateAsync(
                update => update.SetProperty(batch => batch.RowsDone, done).SetProperty(batch => batch.Rows, rows),
                cancellationToken
            );
        if (noted == 0)
            throw new EndedException();
    }
}
