using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.TrainingHours.Domain.Claims;

namespace TeacherGrowthHub.TrainingHours.Services.Claims;

/// <summary>Writes down what was done with a claim and stores it; the second of two people is told that somebody was faster.</summary>
public sealed class ClaimSaving(HubDbContext database, AuditTrail audit, TimeProvider clock)
{
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Adds the step to the claim's history and a line to the audit trail.</summary>
    public void Note(Claim claim, ClaimAct act, HubUser user, string? reason = null, bool byOfficer = true)
    {
        database.Add(
            new ClaimStep
            {
                Id = HubId.New(clock),
                ClaimId = claim.Id,
                At = Now,
                AccountId = user.AccountId,
                By = user.Name,
                Act = act,
                Level = byOfficer ? claim.Level : null,
                Reason = reason,
                GrantedHundredths = act is ClaimAct.Certified or ClaimAct.PassedOn ? claim.GrantedHundredths : null,
            }
        );
        if (ActionOf(act) is { } action)
            Record(claim, action, user, reason);
    }

    // What is certified or reversed is told by the ledger's own lines.
    private static string? ActionOf(ClaimAct act) =>
        act switch
        {
            ClaimAct.Submitted => "Claim.Submitted",
            ClaimAct.PassedOn => "Claim.PassedOn",
            ClaimAct.Returned => "Claim.Returned",
            ClaimAct.Refused => "Claim.Refused",
            ClaimAct.Reconsidered => "Claim.Reconsidered",
            ClaimAct.Withdrawn => "Claim.Withdrawn",
            _ => null,
        };

    /// <summary>Adds a line to the audit trail.</summary>
    /// <param name="action">Stable verb, <c>Claim.Saved</c>.</param>
    public void Record(Claim claim, string action, HubUser user, string? reason = null) =>
        audit.Record(
            user,
            action,
            nameof(Claim),
            claim.Id,
            after: new
            {
                claim.TeacherId,
                claim.Title,
                Hours = claim.Granted.ToString(),
                Reason = reason,
            },
            path: claim.Path
        );

    public async Task StoreAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RefusedException("这条申报刚刚有变化，请刷新后再看") { Kind = RefusalKind.Conflict };
        }
    }
}
