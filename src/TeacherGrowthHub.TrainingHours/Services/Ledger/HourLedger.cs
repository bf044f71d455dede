using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Services.Balances;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.TrainingHours.Services.Ledger;

/// <summary>
/// The ledger of hours: entries and reversals are appended, never changed. Everything happens in the caller's transaction, together with
/// the balances, the audit trail and the messages; whoever certifies a claim changes the claim in the same one.
/// </summary>
public sealed class HourLedger(
    HubDbContext database,
    LedgerHeads heads,
    LedgerGuard guard,
    RuleBook rules,
    BalanceKeeping balances,
    AuditTrail audit,
    Outbox outbox,
    TimeProvider clock
)
{
    /// <summary>Locks chains before the caller reads what it is going to certify, so that nobody else certifies the same meanwhile.</summary>
    public Task LockAsync(IEnumerable<string> teacherIds, CancellationToken cancellationToken = default) =>
        heads.LockAsync(teacherIds, cancellationToken);

    /// <summary>Certifies hours of any number of teachers in one act.</summary>
    /// <param name="postings">What is certified.</param>
    /// <param name="officer">Who certifies.</param>
    /// <param name="keepsBalances">False where the caller follows with the balances once for many acts, in the same transaction.</param>
    /// <param name="cancellationToken">Ends it before anything is stored.</param>
    /// <returns>The lines, in the order of the postings.</returns>
    /// <exception cref="RefusedException">Own hours, hours outside the officer's scope, an activity certified before, a closed year without the city's reason.</exception>
    public async Task<IReadOnlyList<LedgerEntry>> CertifyAsync(
        IReadOnlyList<LedgerPosting> postings,
        HubUser officer,
        bool keepsBalances = true,
        CancellationToken cancellationToken = default
    )
    {
        var act = await BeginAsync(postings.Select(posting => posting.TeacherId), officer, cancellationToken);
        await guard.EnsureMayCertifyAsync(postings, officer, cancellationToken);
        var entries = new List<LedgerEntry>(postings.Count);
        foreach (var posting in postings)
            entries.Add(act.Append(posting, (await rules.OfAsync(posting.SchoolYear, cancellationToken)).Number));
        await StoreAsync(entries, keepsBalances, cancellationToken);
        Record(officer, "Hours.Certified", act, entries.Zip(postings.Select(posting => posting.Path)));
        outbox.Add(new HoursCertified(act.Id, [.. entries.Select(KeyOf)]));
        await database.SaveChangesAsync(cancellationToken);
        return entries;
    }

    /// <summary>Takes lines back in one act. A correction is a reversal and a new entry.</summary>
    /// <exception cref="RefusedException">No reason, no such line, a line already taken back, or one outside the officer's scope.</exception>
    public async Task<IReadOnlyList<LedgerEntry>> ReverseAsync(
        IReadOnlyList<Reversal> reversals,
        HubUser officer,
        CancellationToken cancellationToken = default
    )
    {
        var act = await BeginAsync(reversals.Select(reversal => reversal.Entry.TeacherId), officer, cancellationToken);
        var lines = await guard.EnsureMayReverseAsync(reversals, officer, cancellationToken);
        var entries = reversals.Select(reversal => act.Reverse(lines[reversal.Entry], reversal.Path, reversal.Reason)).ToList();
        await StoreAsync(entries, keepsBalances: true, cancellationToken);
        Record(officer, "Hours.Reversed", act, entries.Zip(reversals.Select(reversal => reversal.Path)));
        outbox.Add(new HoursReversed(act.Id, [.. reversals.Select(reversal => reversal.Entry)]));
        await database.SaveChangesAsync(cancellationToken);
        return entries;
    }

    private async Task<LedgerAct> BeginAsync(IEnumerable<string> teacherIds, HubUser officer, CancellationToken cancellationToken)
    {
        if (database.Database.CurrentTransaction is null)
            throw new InvalidOperationException("The ledger is written inside the caller's transaction.");
        var locked = await heads.LockAsync(teacherIds, cancellationToken);
        // Read under the lock: a checkpoint waits for whoever holds one.
        var epoch = 1 + (await database.Set<Checkpoint>().MaxAsync(checkpoint => (int?)checkpoint.Number, cancellationToken) ?? 0);
        return new LedgerAct(HubId.New(clock), officer, clock.GetUtcNow().UtcDateTime, epoch, locked);
    }

    private async Task StoreAsync(IReadOnlyList<LedgerEntry> entries, bool keepsBalances, CancellationToken cancellationToken)
    {
        database.AddRange(entries);
        await database.SaveChangesAsync(cancellationToken);
        if (keepsBalances)
            await balances.RefreshAsync(
                [.. entries.Select(entry => entry.TeacherId).Distinct()],
                [.. entries.SelectMany(entry => BalanceKeeping.YearsOf(entry.SchoolYear, entry.IsPreService)).Distinct()],
                cancellationToken
            );
    }

    // The audit trail comes last: its chain is one for all, and who has it keeps the other officers waiting.
    // One line for each school, so that each administrator sees the own teachers' and no others'.
    private void Record(HubUser officer, string action, LedgerAct act, IEnumerable<(LedgerEntry Entry, string Path)> entries)
    {
        foreach (var school in entries.GroupBy(pair => pair.Path, pair => pair.Entry))
            audit.Record(
                officer,
                action,
                nameof(LedgerEntry),
                act.Id,
                after: school.Select(entry => new
                {
                    entry.TeacherId,
                    entry.Sequence,
                    entry.Title,
                    Hours = entry.Counted.ToString(),
                    entry.Reason,
                }),
                path: school.Key
            );
    }

    private static EntryKey KeyOf(LedgerEntry entry) => new(entry.TeacherId, entry.Sequence);
}
