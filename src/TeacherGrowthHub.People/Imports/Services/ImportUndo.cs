using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Kinds;
using TeacherGrowthHub.People.Services.Accounts;

namespace TeacherGrowthHub.People.Imports.Services;

/// <summary>Takes a written import back as a whole, in one transaction in the background.</summary>
public sealed class ImportUndo(
    HubDbContext database,
    ImportBatches batches,
    ImportKinds kinds,
    AccountGrants accounts,
    ImportProgress progress,
    ImportFailures failures,
    Outbox outbox,
    ILogger<ImportUndo> logger
) : IOutboxHandler<UndoImport>
{
    /// <summary>Has it taken back.</summary>
    /// <param name="id">Of an import that the person uploaded or confirmed, or might have.</param>
    /// <param name="reason">Told to whom it concerns.</param>
    /// <param name="user">Who takes it back.</param>
    /// <param name="cancellationToken">Ends it before anything is stored.</param>
    /// <exception cref="RefusedException">It is not written, or its kind is not taken back, or the reason is missing.</exception>
    public async Task AskAsync(string id, string? reason, HubUser user, CancellationToken cancellationToken)
    {
        var batch = await batches.FindAsync(id, user, cancellationToken);
        if (batch.State != ImportState.Applied || !kinds.Of(batch.Kind).CanBeUndone)
            throw ImportBatches.MovedOn();
        var why = Typed.Required(reason, "Reason", "撤销的原因", ImportBatch.MaxReasonLength);
        batch.State = ImportState.Undoing;
        (batch.Problem, batch.ProblemArguments) = (null, []);
        outbox.Add(new UndoImport(batch.Id, user.AccountId!, why));
        await batches.SaveAsync(cancellationToken);
    }

    public async Task HandleAsync(UndoImport message, CancellationToken cancellationToken)
    {
        try
        {
            await UndoAsync(message, cancellationToken);
        }
        catch (RefusedException refusal)
        {
            await failures.KeepAppliedAsync(message.BatchId, refusal.Text, [.. refusal.Arguments.Select(argument => $"{argument}")]);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another worker has done it; the transaction of this one is undone.
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(exception, "Import {Batch} failed while it was taken back", message.BatchId);
            await failures.KeepAppliedAsync(message.BatchId, "撤销时出了意外，没有撤销任何内容。再出现时请联系管理员查看日志");
        }
        finally
        {
            progress.Remove(message.BatchId);
        }
    }

    private async Task UndoAsync(UndoImport message, CancellationToken cancellationToken)
    {
        var batch = await database.Set<ImportBatch>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == message.BatchId, cancellationToken);
        if (batch is not { State: ImportState.Undoing })
            return;
        var user = await accounts.UserAsync(message.AccountId, cancellationToken) ?? HubUser.Guest;
        await using var transaction = await WholeImport.BeginAsync(database, cancellationToken);
        await kinds.Of(batch.Kind).UndoAsync(batch, message.Reason, user, done => progress.Set(batch.Id, done), cancellationToken);
        database.Attach(batch);
        batch.State = ImportState.Undone;
        batches.Record(user, "Import.Undone", batch, new { batch.FileName, message.Reason });
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
