using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Services.Ledger;

namespace TeacherGrowthHub.TrainingHours.Services.Claims;

/// <summary>Takes certifications of single claims back, or corrects their amount: always a reversal, with a reason the teacher reads.</summary>
public sealed class ClaimCorrections(HubDbContext database, HourLedger ledger, ClaimLoader claims, ClaimSaving saving)
{
    /// <summary>Takes a certification back for good.</summary>
    public Task ReverseAsync(string id, string? reason, HubUser user, CancellationToken cancellationToken = default) =>
        ReversedAsync(
            id,
            reason,
            user,
            (claim, why) =>
            {
                claim.Decide(ClaimState.Refused, saving.Now, why);
                return Task.CompletedTask;
            },
            cancellationToken
        );

    /// <summary>Corrects the amount: the line is reversed and a new one written.</summary>
    public Task CorrectAsync(string id, Hours hours, string? reason, HubUser user, CancellationToken cancellationToken = default) =>
        ReversedAsync(
            id,
            reason,
            user,
            async (claim, why) =>
            {
                ClaimDecisions.Grant(claim, hours);
                var entry = (await ledger.CertifyAsync([claim.Posting(why)], user, cancellationToken: cancellationToken)).Single();
                saving.Note(claim, ClaimAct.Certified, user, why);
                claim.LedgerSequence = entry.Sequence;
                claim.Version++;
            },
            cancellationToken
        );

    /// <summary>Reverses the lines of claims whose chains are locked.</summary>
    internal async Task ReverseLinesAsync(IReadOnlyList<Claim> certified, string reason, HubUser user, CancellationToken cancellationToken)
    {
        var reversals = certified.Select(claim => new Reversal(
            new EntryKey(claim.TeacherId, claim.LedgerSequence ?? 0),
            claim.Path,
            reason
        ));
        await ledger.ReverseAsync([.. reversals], user, cancellationToken);
        foreach (var claim in certified)
        {
            saving.Note(claim, ClaimAct.Reversed, user, reason);
            claim.LedgerSequence = null;
        }
    }

    private async Task ReversedAsync(
        string id,
        string? reason,
        HubUser user,
        Func<Claim, string, Task> then,
        CancellationToken cancellationToken
    )
    {
        var claim = await claims.ReadableAsync(id, user, cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await ledger.LockAsync([claim.TeacherId], cancellationToken);
        await database.Entry(claim).ReloadAsync(cancellationToken);
        if (claim.State != ClaimState.Certified)
            throw new RefusedException("这条申报没有认定的学时") { Kind = RefusalKind.Conflict };
        var why = (reason ?? "").Trim();
        await ReverseLinesAsync([claim], why, user, cancellationToken);
        await then(claim, why);
        await saving.StoreAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
