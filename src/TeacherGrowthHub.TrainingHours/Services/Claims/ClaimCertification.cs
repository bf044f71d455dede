using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Services.Ledger;

namespace TeacherGrowthHub.TrainingHours.Services.Claims;

/// <summary>Why a claim of a selection was left out.</summary>
public sealed record LeftOut(string ClaimId, string Title, string Reason);

/// <summary>What came of certifying a selection.</summary>
/// <param name="ActId">The act, for undoing it; null when nothing was certified.</param>
public sealed record CertifiedSelection(string? ActId, IReadOnlyList<Claim> Certified, IReadOnlyList<LeftOut> LeftOut)
{
    public Hours Hours => Certified.Sum(claim => claim.Granted);
}

/// <summary>Certifies claims through the ledger, one or hundreds in one act, and takes certifications back.</summary>
public sealed class ClaimCertification(HubDbContext database, HourLedger ledger, LedgerGuard guard, ClaimLoader claims, ClaimSaving saving)
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
        var selection = await SortAsync(await LoadAsync(ids, user, cancellationToken), ids, user, cancellationToken);
        database.ChangeTracker.Clear();
        return selection;
    }

    /// <summary>Certifies what of the selection can be certified, in one transaction. What somebody else was faster with is left out and named.</summary>
    /// <param name="granted">Other amounts than were claimed, by id; the teacher is told.</param>
    public async Task<CertifiedSelection> CertifyAsync(
        IReadOnlyCollection<string> ids,
        HubUser user,
        IReadOnlyDictionary<string, Hours>? granted = null,
        string? reason = null,
        CancellationToken cancellationToken = default
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var teachers = await Chosen(ids).Select(claim => claim.TeacherId).Distinct().ToListAsync(cancellationToken);
        await ledger.LockAsync(teachers, cancellationToken);
        // Read under the lock: what another officer has certified meanwhile is seen.
        var selection = await SortAsync(await LoadAsync(ids, user, cancellationToken), ids, user, cancellationToken);
        if (selection.Certified.Count == 0)
            return selection;
        foreach (var claim in selection.Certified)
            ClaimDecisions.Grant(claim, granted?.TryGetValue(claim.Id, out var hours) == true ? hours : null);
        var entries = await ledger.CertifyAsync([.. selection.Certified.Select(claim => Posting(claim, reason))], user, cancellationToken);
        foreach (var (claim, entry) in selection.Certified.Zip(entries))
        {
            saving.Note(claim, ClaimAct.Certified, user);
            claim.Decide(ClaimState.Certified, saving.Now, reason: null);
            claim.LedgerSequence = entry.Sequence;
        }
        await saving.StoreAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return selection with { ActId = entries[0].ActId };
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
        var ids = lines.Select(line => line.Source[ClaimSource.Length..]).ToList();
        var undone = await Chosen(ids).ToListAsync(cancellationToken);
        await ReverseAsync(undone, "撤销本次认定", user, cancellationToken);
        foreach (var claim in undone)
            claim.WaitAt(claim.Level, saving.Now);
        await saving.StoreAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return undone.Count;
    }

    /// <summary>Takes a certification back for good, with a reason the teacher reads.</summary>
    public Task ReverseAsync(string id, string? reason, HubUser user, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, reason, user, claim => claim.Decide(ClaimState.Refused, saving.Now, reason!.Trim()), cancellationToken);

    /// <summary>Corrects the amount: the line is reversed and a new one written, both with the reason.</summary>
    public Task CorrectAsync(string id, Hours hours, string? reason, HubUser user, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            id,
            reason,
            user,
            async claim =>
            {
                ClaimDecisions.Grant(claim, hours);
                var entry = (await ledger.CertifyAsync([Posting(claim, reason!.Trim())], user, cancellationToken)).Single();
                saving.Note(claim, ClaimAct.Certified, user, reason);
                claim.LedgerSequence = entry.Sequence;
                claim.Version++;
            },
            cancellationToken
        );

    internal const string ClaimSource = "claim:";

    private async Task ChangeAsync(string id, string? reason, HubUser user, Action<Claim> change, CancellationToken cancellationToken) =>
        await ChangeAsync(
            id,
            reason,
            user,
            claim =>
            {
                change(claim);
                return Task.CompletedTask;
            },
            cancellationToken
        );

    private async Task ChangeAsync(string id, string? reason, HubUser user, Func<Claim, Task> change, CancellationToken cancellationToken)
    {
        var found = await claims.ReadableAsync(id, user, cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await ledger.LockAsync([found.TeacherId], cancellationToken);
        await database.Entry(found).ReloadAsync(cancellationToken);
        if (found.State != ClaimState.Certified)
            throw new RefusedException("这条申报没有认定的学时") { Kind = RefusalKind.Conflict };
        await ReverseAsync([found], reason ?? "", user, cancellationToken);
        await change(found);
        await saving.StoreAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task ReverseAsync(IReadOnlyList<Claim> certified, string reason, HubUser user, CancellationToken cancellationToken)
    {
        var reversals = certified.Select(claim => new Reversal(
            new EntryKey(claim.TeacherId, claim.LedgerSequence ?? 0),
            claim.Path,
            reason.Trim()
        ));
        await ledger.ReverseAsync([.. reversals], user, cancellationToken);
        foreach (var claim in certified)
        {
            saving.Note(claim, ClaimAct.Reversed, user, reason.Trim());
            claim.LedgerSequence = null;
        }
    }

    private IQueryable<Claim> Chosen(IReadOnlyCollection<string> ids) =>
        database.Set<Claim>().Where(claim => EF.Parameter(ids).Contains(claim.Id));

    // Claims outside the officer's scope are as if they were not there.
    private async Task<List<Claim>> LoadAsync(IReadOnlyCollection<string> ids, HubUser user, CancellationToken cancellationToken) =>
        [
            .. (await Chosen(ids).OrderBy(claim => claim.Id).ToListAsync(cancellationToken)).Where(claim =>
                ClaimLoader.IsOfficerOf(claim, user)
            ),
        ];

    private async Task<CertifiedSelection> SortAsync(
        List<Claim> loaded,
        IReadOnlyCollection<string> ids,
        HubUser user,
        CancellationToken cancellationToken
    )
    {
        var ready = new List<Claim>();
        var left = ids.Except(loaded.Select(claim => claim.Id)).Select(id => new LeftOut(id, "", "没有这条学时申报")).ToList();
        var taken = await guard.TakenAsync([.. loaded.Select(claim => (claim.TeacherId, claim.ActivityKey))], cancellationToken);
        foreach (var claim in loaded)
        {
            if (await WhyNotAsync(claim, user, taken, cancellationToken) is { } reason)
                left.Add(new LeftOut(claim.Id, claim.Title, reason));
            else
                ready.Add(claim);
        }
        return new CertifiedSelection(null, ready, left);
    }

    private async Task<string?> WhyNotAsync(
        Claim claim,
        HubUser user,
        HashSet<(string, string)> taken,
        CancellationToken cancellationToken
    ) =>
        claim.State != ClaimState.Waiting ? "已经由别人处理"
        : claim.TeacherId == user.TeacherId ? "是您自己的学时，请由别人认定"
        : claim.EnteredById == user.AccountId && claim.TrainingId is null ? "是您代为登记的，请由别人认定"
        : !ClaimLoader.MayCertify(claim, await claims.KindOfAsync(claim, cancellationToken), user) ? "还没有到您这一级"
        : !taken.Add((claim.TeacherId, claim.ActivityKey)) ? "同一活动已经认定过"
        : null;

    private static LedgerPosting Posting(Claim claim, string? reason) =>
        new(
            claim.TeacherId,
            claim.Path,
            claim.SchoolYear,
            claim.ActivityKey,
            claim.Title,
            claim.Kind,
            claim.From,
            claim.To,
            claim.Raw,
            claim.Granted,
            ClaimSource + claim.Id
        )
        {
            AchievementKey = claim.Achievement is null ? null : ActivityKeys.OfAchievement(claim.Achievement),
            IsMentalHealth = claim.IsMentalHealth,
            IsPreService = claim.IsPreService,
            Reason = reason ?? claim.LateReason,
        };
}
