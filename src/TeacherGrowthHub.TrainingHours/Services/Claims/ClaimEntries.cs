using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Services.Ledger;

namespace TeacherGrowthHub.TrainingHours.Services.Claims;

/// <summary>Puts claims into the ledger: one act, a line for each, and each claim knows its line.</summary>
public sealed class ClaimEntries(HourLedger ledger, ClaimSaving saving)
{
    /// <summary>Certifies what is granted, in the caller's transaction; the claims are stored by the caller.</summary>
    /// <param name="claims">What is granted.</param>
    /// <param name="user">Who certifies.</param>
    /// <param name="keepsBalances">See <see cref="HourLedger.CertifyAsync"/>.</param>
    /// <param name="cancellationToken">Ends it before anything is stored.</param>
    /// <returns>Id of the act.</returns>
    /// <exception cref="Kernel.Errors.RefusedException">The ledger refuses one of them.</exception>
    public async Task<string> CertifyAsync(
        IReadOnlyList<Claim> claims,
        HubUser user,
        bool keepsBalances = true,
        CancellationToken cancellationToken = default
    )
    {
        var entries = await ledger.CertifyAsync([.. claims.Select(claim => claim.Posting())], user, keepsBalances, cancellationToken);
        foreach (var (claim, entry) in claims.Zip(entries))
        {
            saving.Note(claim, ClaimAct.Certified, user);
            claim.Decide(ClaimState.Certified, saving.Now, reason: null);
            claim.LedgerSequence = entry.Sequence;
        }
        return entries[0].ActId;
    }
}
