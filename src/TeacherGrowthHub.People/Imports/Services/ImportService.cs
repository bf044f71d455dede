using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Kinds;
using TeacherGrowthHub.People.Imports.Workbooks;

namespace TeacherGrowthHub.People.Imports.Services;

/// <summary>What the owner of an import does: upload, which has it checked in the background, then confirm, which has it written, or cancel.</summary>
public sealed class ImportService(
    HubDbContext database,
    ImportBatches batches,
    ImportKinds kinds,
    ImportSecondPerson second,
    IBlobStore blobs,
    Outbox outbox,
    TimeProvider clock
)
{
    /// <summary>Longest workbook, in megabytes.</summary>
    public const long MaxMegabytes = WorkbookGate.MaxBytes >> 20;

    private const int LongestFileName = 200;

    /// <summary>Takes a workbook and has it checked.</summary>
    /// <param name="kind">Code of a kind.</param>
    /// <param name="fileName">As the user calls it.</param>
    /// <param name="content">Seekable.</param>
    /// <param name="user">Its owner.</param>
    /// <param name="cancellationToken">Ends it before anything is stored.</param>
    /// <returns>Id of the batch.</returns>
    /// <exception cref="RefusedException">Not a workbook that can be read, or not allowed.</exception>
    public async Task<string> UploadAsync(string kind, string fileName, Stream content, HubUser user, CancellationToken cancellationToken)
    {
        var known = kinds.Of(kind);
        if (!user.Can(known.Permission))
            throw new RefusedException("您没有导入这类数据的权限") { Kind = RefusalKind.Forbidden };
        WorkbookGate.Check(content);
        content.Position = 0;
        var blob = await blobs.WriteAsync(content, cancellationToken);
        var batch = new ImportBatch
        {
            Id = HubId.New(clock),
            Kind = known.Code,
            AccountId = user.AccountId!,
            FileName = fileName.Length > LongestFileName ? fileName[..LongestFileName] : fileName,
            FileHash = blob.Hash,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        database.Add(batch);
        outbox.Add(new CheckImport(batch.Id));
        batches.Record(user, "Import.Uploaded", batch, new { batch.Kind, batch.FileName });
        await database.SaveChangesAsync(cancellationToken);
        return batch.Id;
    }

    /// <summary>Has what the report says written; where the kind asks for a second person, has it wait for one.</summary>
    /// <param name="id">Of an own batch.</param>
    /// <param name="skipRefused">Leaves the refused rows out; without it there must be none.</param>
    /// <param name="user">Its owner.</param>
    /// <param name="cancellationToken">Ends it before anything is stored.</param>
    /// <exception cref="RefusedException">Not checked, or rows are refused.</exception>
    public async Task ConfirmAsync(string id, bool skipRefused, HubUser user, CancellationToken cancellationToken)
    {
        var batch = await batches.OwnAsync(id, user, cancellationToken);
        if (batch.State != ImportState.Checked)
            throw ImportBatches.MovedOn();
        if (batch.RefusedRows > 0 && !skipRefused)
            throw new RefusedException("有 {0} 行被拒绝：请改正后重新上传，或勾选跳过它们", batch.RefusedRows) { Field = "Skip" };
        if (batch.Created + batch.Changed == 0)
            throw new RefusedException("没有要写入的内容");
        if (kinds.Of(batch.Kind).NeedsSecondPerson)
            await second.AskAsync(batch, user, cancellationToken);
        else
        {
            batch.State = ImportState.Applying;
            outbox.Add(new ApplyImport(batch.Id));
        }
        batches.Record(user, "Import.Confirmed", batch, new { batch.RefusedRows, skipRefused });
        await batches.SaveAsync(cancellationToken);
    }

    /// <summary>Drops a batch that has not been written.</summary>
    public async Task CancelAsync(string id, HubUser user, CancellationToken cancellationToken)
    {
        var batch = await batches.OwnAsync(id, user, cancellationToken);
        if (batch.State is not (ImportState.Checking or ImportState.Checked or ImportState.Waiting))
            throw ImportBatches.MovedOn();
        batch.State = ImportState.Cancelled;
        batches.Record(user, "Import.Cancelled", batch);
        await batches.SaveAsync(cancellationToken);
    }
}
