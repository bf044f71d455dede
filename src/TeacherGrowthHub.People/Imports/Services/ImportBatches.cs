using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Kinds;
using TeacherGrowthHub.People.Imports.Planning;
using TeacherGrowthHub.People.Services.Accounts;

namespace TeacherGrowthHub.People.Imports.Services;

/// <summary>The imports there are: the own ones, those that wait for a second person, their reports.</summary>
public sealed class ImportBatches(HubDbContext database, IBlobStore blobs, ImportKinds kinds, AccountGrants accounts, AuditTrail audit)
{
    private const int Shown = 50;

    /// <summary>One's own batches, latest first.</summary>
    public async Task<IReadOnlyList<ImportBatch>> MineAsync(HubUser user, CancellationToken cancellationToken) =>
        await database
            .Set<ImportBatch>()
            .AsNoTracking()
            .Where(batch => batch.AccountId == user.AccountId)
            .OrderByDescending(batch => batch.CreatedAt)
            .Take(Shown)
            .ToListAsync(cancellationToken);

    /// <summary>Others' batches that the person may confirm as the second one, oldest first.</summary>
    public async Task<IReadOnlyList<ImportBatch>> WaitingForAsync(HubUser user, CancellationToken cancellationToken)
    {
        var waiting = await database
            .Set<ImportBatch>()
            .AsNoTracking()
            .Where(batch => batch.State == ImportState.Waiting && batch.AccountId != user.AccountId)
            .OrderBy(batch => batch.CreatedAt)
            .ToListAsync(cancellationToken);
        var mine = new List<ImportBatch>();
        foreach (var batch in waiting)
        {
            if (await MayBeSecondAsync(batch, user, cancellationToken))
                mine.Add(batch);
        }
        return mine;
    }

    /// <summary>One of one's own batches.</summary>
    /// <exception cref="RefusedException">There is none for this person.</exception>
    public async Task<ImportBatch> OwnAsync(string id, HubUser user, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) is { } batch && batch.AccountId == user.AccountId ? batch : throw NotFound();

    /// <summary>An own batch, or one that waits or waited for a second person such as this one.</summary>
    /// <exception cref="RefusedException">There is none for this person.</exception>
    public async Task<ImportBatch> FindAsync(string id, HubUser user, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) is { } batch
        && (batch.AccountId == user.AccountId || (IsShown(batch) && await MayBeSecondAsync(batch, user, cancellationToken)))
            ? batch
            : throw NotFound();

    /// <summary>Whether somebody may confirm another's batch: the kind's permission is held wherever its owner holds it, and they are two.</summary>
    public async Task<bool> MayBeSecondAsync(ImportBatch batch, HubUser user, CancellationToken cancellationToken)
    {
        var kind = kinds.Of(batch.Kind);
        if (!kind.NeedsSecondPerson || batch.AccountId == user.AccountId || !user.Can(kind.Permission))
            return false;
        var scopes = (await accounts.UserAsync(batch.AccountId, cancellationToken))?.Scopes(kind.Permission) ?? [];
        return scopes.Count > 0 && scopes.All(scope => user.Can(kind.Permission, scope));
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

    internal void Record(HubUser user, string action, ImportBatch batch, object? after = null) =>
        audit.Record(
            user,
            action,
            nameof(ImportBatch),
            batch.Id,
            after: after,
            path: user.Scopes(kinds.Of(batch.Kind).Permission).FirstOrDefault()
        );

    internal async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw MovedOn();
        }
    }

    internal static RefusedException MovedOn() => new("这次导入的状态已变，请看最新结果") { Kind = RefusalKind.Conflict };

    private static RefusedException NotFound() => new("没有这次导入") { Kind = RefusalKind.NotFound };

    private static bool IsShown(ImportBatch batch) => batch.State == ImportState.Waiting || batch.SecondId is not null;

    private async Task<ImportBatch?> LoadAsync(string id, CancellationToken cancellationToken) =>
        HubId.IsValid(id) ? await database.Set<ImportBatch>().SingleOrDefaultAsync(batch => batch.Id == id, cancellationToken) : null;

    private static async IAsyncEnumerable<RowResult> RowsAsync(
        StreamReader reader,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using (reader)
        {
            await foreach (var row in ImportReport.RowsAsync(reader, cancellationToken))
                yield return row;
        }
    }
}
