using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Planning;
using TeacherGrowthHub.People.Imports.Workbooks;

namespace TeacherGrowthHub.People.Imports.Services;

/// <summary>Imports of workbooks: upload, dry run in the background, confirm or cancel, written in the background.</summary>
public sealed class ImportService(HubDbContext database, IBlobStore blobs, Outbox outbox, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Longest workbook, in megabytes.</summary>
    public const long MaxMegabytes = WorkbookGate.MaxBytes >> 20;

    private const int LongestFileName = 200;
    private const int Shown = 50;
    private const string MovedOn = "这次导入的状态已变，请看最新结果";

    /// <summary>The kinds somebody may import somewhere.</summary>
    public static IReadOnlyList<ImportKind> KindsOf(HubUser user) =>
        [.. Enum.GetValues<ImportKind>().Where(kind => PermissionsOf(kind).Any(user.Can))];

    /// <summary>Takes a workbook and has it checked.</summary>
    /// <returns>Id of the batch.</returns>
    /// <exception cref="RefusedException">Not a workbook that can be read, or not allowed.</exception>
    public async Task<string> UploadAsync(
        ImportKind kind,
        string fileName,
        Stream content,
        HubUser user,
        CancellationToken cancellationToken
    )
    {
        if (!KindsOf(user).Contains(kind))
            throw new RefusedException("您没有导入这类数据的权限") { Kind = RefusalKind.Forbidden };
        WorkbookGate.Check(content);
        content.Position = 0;
        var blob = await blobs.WriteAsync(content, cancellationToken);
        var batch = new ImportBatch
        {
            Id = HubId.New(clock),
            Kind = kind,
            AccountId = user.AccountId!,
            FileName = fileName.Length > LongestFileName ? fileName[..LongestFileName] : fileName,
            FileHash = blob.Hash,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        database.Add(batch);
        outbox.Add(new CheckImport(batch.Id));
        audit.Record(
            user,
            "Import.Uploaded",
            nameof(ImportBatch),
            batch.Id,
            after: new { batch.Kind, batch.FileName },
            path: PlaceOf(user)
        );
        await database.SaveChangesAsync(cancellationToken);
        return batch.Id;
    }

    /// <summary>Where an import belongs in the audit trail: the organisation its owner administers.</summary>
    internal static string? PlaceOf(HubUser user) => user.Scopes(PeoplePermissions.Enter).FirstOrDefault();

    /// <summary>One's own batches, latest first.</summary>
    public async Task<IReadOnlyList<ImportBatch>> MineAsync(HubUser user, CancellationToken cancellationToken) =>
        await database
            .Set<ImportBatch>()
            .AsNoTracking()
            .Where(batch => batch.AccountId == user.AccountId)
            .OrderByDescending(batch => batch.CreatedAt)
            .Take(Shown)
            .ToListAsync(cancellationToken);

    /// <summary>One of one's own batches.</summary>
    /// <exception cref="RefusedException">There is none for this person.</exception>
    public async Task<ImportBatch> FindAsync(string id, HubUser user, CancellationToken cancellationToken) =>
        (
            HubId.IsValid(id)
                ? await database
                    .Set<ImportBatch>()
                    .SingleOrDefaultAsync(batch => batch.Id == id && batch.AccountId == user.AccountId, cancellationToken)
                : null
        ) ?? throw new RefusedException("没有这次导入") { Kind = RefusalKind.NotFound };

    /// <summary>Has what the report says written.</summary>
    /// <param name="skipRefused">Leaves the refused rows out; without it there must be none.</param>
    /// <exception cref="RefusedException">Not checked, or rows are refused.</exception>
    public async Task ConfirmAsync(string id, bool skipRefused, HubUser user, CancellationToken cancellationToken)
    {
        var batch = await FindAsync(id, user, cancellationToken);
        if (batch.State != ImportState.Checked)
            throw new RefusedException(MovedOn) { Kind = RefusalKind.Conflict };
        if (batch.RefusedRows > 0 && !skipRefused)
            throw new RefusedException("有 {0} 行被拒绝：请改正后重新上传，或勾选跳过它们", batch.RefusedRows) { Field = "Skip" };
        if (batch.Created + batch.Changed == 0)
            throw new RefusedException("没有要写入的内容");
        batch.State = ImportState.Applying;
        outbox.Add(new ApplyImport(batch.Id));
        audit.Record(
            user,
            "Import.Confirmed",
            nameof(ImportBatch),
            batch.Id,
            after: new { batch.RefusedRows, skipRefused },
            path: PlaceOf(user)
        );
        await SaveAsync(cancellationToken);
    }

    /// <summary>Drops a batch that has not been confirmed.</summary>
    public async Task CancelAsync(string id, HubUser user, CancellationToken cancellationToken)
    {
        var batch = await FindAsync(id, user, cancellationToken);
        if (batch.State is not (ImportState.Checking or ImportState.Checked))
            throw new RefusedException(MovedOn) { Kind = RefusalKind.Conflict };
        batch.State = ImportState.Cancelled;
        audit.Record(user, "Import.Cancelled", nameof(ImportBatch), batch.Id, path: PlaceOf(user));
        await SaveAsync(cancellationToken);
    }

    /// <summary>The head of a batch's report and a reader of its rows; null while there is none.</summary>
    public async Task<(ReportHead Head, IAsyncEnumerable<RowResult> Rows)?> ReportAsync(
        ImportBatch batch,
        CancellationToken cancellationToken
    )
    {
        if (batch.ReportHash is null || await blobs.OpenAsync(batch.ReportHash, cancellationToken) is not { } content)
            return null;
        var reader = new StreamReader(content);
        return (await ImportReport.HeadAsync(reader, cancellationToken), RowsAsync(reader, cancellationToken));
    }

    private static async IAsyncEnumerable<RowResult> RowsAsync(
        StreamReader reader,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using (reader)
        {
            await foreach (var row in ImportReport.RowsAsync(reader, cancellationToken))
                yield return row;
        }
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RefusedException(MovedOn) { Kind = RefusalKind.Conflict };
        }
    }

    internal static IReadOnlyList<string> PermissionsOf(ImportKind kind) =>
        kind is ImportKind.Organizations
            ? [PeoplePermissions.ManageOrganizations, PeoplePermissions.EditOrganizations]
            : [PeoplePermissions.ManageTeachers];
}
