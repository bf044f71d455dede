using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
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

/// <summary>Sorts a selection of claims: what the officer can certify now, and what is left out and why.</summary>
public sealed class ClaimSelections(HubDbContext database, LedgerGuard guard, ClaimLoader claims)
{
    /// <summary>Sorts the claims as they are stored now, tracked; under the chains' lock nobody changes them meanwhile.</summary>
    public async Task<CertifiedSelection> SortAsync(IReadOnlyCollection<string> ids, HubUser user, CancellationToken cancellationToken)
    {
        var chosen = await Chosen(ids).OrderBy(claim => claim.Id).ToListAsync(cancellationToken);
        // Claims outside the officer's scope are as if they were not there.
        var seen = chosen.FindAll(claim => ClaimLoader.IsOfficerOf(claim, user));
        var left = ids.Except(seen.Select(claim => claim.Id)).Select(id => new LeftOut(id, "", "没有这条学时申报")).ToList();
        var taken = await guard.TakenAsync([.. seen.Select(claim => (claim.TeacherId, claim.ActivityKey))], cancellationToken);
        var ready = new List<Claim>();
        foreach (var claim in seen)
        {
            if (await WhyNotAsync(claim, user, taken, cancellationToken) is { } reason)
                left.Add(new LeftOut(claim.Id, claim.Title, reason));
            else
                ready.Add(claim);
        }
        return new CertifiedSelection(null, ready, left);
    }

    /// <summary>The claims of these ids.</summary>
    internal IQueryable<Claim> Chosen(IReadOnlyCollection<string> ids) =>
        database.Set<Claim>().Where(claim => EF.Parameter(ids).Contains(claim.Id));

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
}
