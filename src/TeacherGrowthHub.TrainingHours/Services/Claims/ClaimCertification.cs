using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Services.Ledger;

namespace TeacherGrowthHub.TrainingHours.Services.Claims;

/// <summary>Certifies claims through the ledger, one or hundreds in one act, and undoes an own act of the last hours.</summary>
public sealed class ClaimCertification(
    HubDbContext database,
    HourLedger ledger,
    ClaimEntries entries,
    ClaimSelections selections,
    ClaimCorrections corrections,
    ClaimSaving saving
)
{
    /// <summary>How long an officer may undo an own act.</summary>
    public static readonly TimeSpan UndoTime = TimeSpan.FromHours(12);

    /// <summary>What certifying a selection would do now; writes nothing.</summary>
    public async Task<CertifiedSelection> PreviewAsync(
        IReadOnlyCollection<string> ids,
        HubUser user,
        CancellationToken cancellationToken = default
    )
    {
        var selection = await selections.SortAsync(ids, user, cancellationToken);
        database.ChangeTracker.Clear();
        return selection;
    }

    /// <summary>Certifies what of the selection can be certified, in one transaction. What somebody else was faster with is left out and named.</summary>
    /// <param name="granted">Other amounts than were claimed, by id; the teacher is told.</param>
    public async Task<CertifiedSelection> CertifyAsync(
        IReadOnlyCollection<string> ids,
        HubUser user,
        IReadOnlyDictionary<string, Hours>? granted = null,
        CancellationToken cancellationToken = default
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var teachers = await selections.Chosen(ids).Select(claim => claim.TeacherId).Distinct().ToListAsync(cancellationToken);
        await ledger.LockAsync(teachers, cancellationToken);
        // Read under the lock: what another officer has certified meanwhile is seen.
        var selection = await selections.SortAsync(ids, user, cancellationToken);
        if (selection.Certified.Count == 0)
            return selection;
        foreach (var claim in selection.Certified)
            ClaimDecisions.Grant(claim, granted?.TryGetValue(claim.Id, out var hours) == true ? hours : null);
        var actId = await entries.CertifyAsync(selection.Certified, user, cancellationToken: cancellationToken);
        await saving.StoreAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return selection with { ActId = actId };
    }

    /// <summary>Takes back an own act of the last hours: the lines are reversed and the claims wait again.</summary>
    /// <exception cref="RefusedException">It is not the officer's own, is too old, or was taken back before.</exception>
    public async Task<int> UndoAsync(string actId, HubUser user, CancellationToken cancellationToken = default)
    {
        var since = saving.Now - UndoTime;
        var lines = await database
            .Set<LedgerEntry>()
            .AsNoTracking()
            .Where(entry => entry.ActId == actId && entry.CertifiedById == user.AccountId && entry.ReversesSequence == null)
            .ToListAsync(cancellationToken);
        if (lines.Count == 0 || lines.Exists(line => line.CertifiedAt < since))
            throw new RefusedException("只能撤销自己刚才的认定") { Kind = RefusalKind.Conflict };
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await ledger.LockAsync(lines.Select(line => line.TeacherId), cancellationToken);
        var undone = await selections
            .Chosen([.. lines.Select(line => line.Source[ClaimPostings.Source.Length..])])
            .ToListAsync(cancellationToken);
        await corrections.ReverseLinesAsync(undone, "撤销本次认定", user, cancellationToken);
        foreach (var claim in undone)
            claim.WaitAt(claim.Level, saving.Now);
        await saving.StoreAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return undone.Count;
    }
}
