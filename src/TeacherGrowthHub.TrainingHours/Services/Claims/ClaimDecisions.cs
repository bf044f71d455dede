using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.TrainingHours.Services.Claims;

/// <summary>What those whose turn it is do with one claim short of certifying: pass on, return, refuse.</summary>
public sealed class ClaimDecisions(ClaimLoader claims, ClaimSaving saving, RuleBook rules, SchoolCalendar calendar, ClaimNotices notices)
{
    /// <summary>Passes it on to the next level.</summary>
    /// <param name="granted">What this level grants; null leaves it as it is.</param>
    public async Task PassOnAsync(string id, Hours? granted, HubUser user, CancellationToken cancellationToken = default)
    {
        var claim = await MineAsync(id, user, cancellationToken);
        var steps = claim.StepsOf(await claims.KindOfAsync(claim, cancellationToken));
        if (!steps.Any(step => step > claim.Level))
            throw new RefusedException("已经到了认定的一级，请直接认定或退回") { Kind = RefusalKind.Conflict };
        Grant(claim, granted);
        saving.Note(claim, ClaimAct.PassedOn, user);
        claim.WaitAt(steps.First(step => step > claim.Level), saving.Now);
        await saving.StoreAsync(cancellationToken);
    }

    /// <summary>Back to the teacher, who mends it and submits again.</summary>
    public async Task ReturnAsync(string id, string? reason, HubUser user, CancellationToken cancellationToken = default)
    {
        var claim = await MineAsync(id, user, cancellationToken);
        claim.Decide(ClaimState.Returned, saving.Now, Required(reason, "请写明退回的原因"));
        saving.Note(claim, ClaimAct.Returned, user, claim.Reason);
        await notices.ReturnedAsync(claim, cancellationToken);
        await saving.StoreAsync(cancellationToken);
    }

    /// <summary>Refuses it; the teacher may ask for reconsideration once.</summary>
    public async Task RefuseAsync(string id, string? reason, HubUser user, CancellationToken cancellationToken = default)
    {
        var claim = await MineAsync(id, user, cancellationToken);
        var version = await rules.OfAsync(claim.SchoolYear, cancellationToken);
        claim.Refuse(saving.Now, calendar.Today, Required(reason, "请写明不予认定的原因"), version.Rules);
        saving.Note(claim, ClaimAct.Refused, user, claim.Reason);
        await notices.RefusedAsync(claim, cancellationToken);
        await saving.StoreAsync(cancellationToken);
    }

    /// <summary>Sets what is granted, never more than the evidence says.</summary>
    internal static void Grant(Claim claim, Hours? granted)
    {
        if (granted is not { } hours)
            return;
        if (hours <= Hours.Zero || hours > claim.Raw)
            throw new RefusedException("认定的学时应大于 0，且不超过证明材料上的 {0} 学时", claim.Raw.ToString()) { Field = "Granted" };
        claim.GrantedHundredths = hours.Hundredths;
    }

    private async Task<Claim> MineAsync(string id, HubUser user, CancellationToken cancellationToken)
    {
        var claim = await claims.ReadableAsync(id, user, cancellationToken);
        if (claim.State != ClaimState.Waiting)
            throw new RefusedException("这条申报已经处理过了") { Kind = RefusalKind.Conflict };
        return ClaimLoader.MayAct(claim, user)
            ? claim
            : throw new RefusedException("现在不由您处理这条申报") { Kind = RefusalKind.Forbidden };
    }

    private static string Required(string? reason, string text) =>
        string.IsNullOrWhiteSpace(reason) ? throw new RefusedException(text) { Field = "Reason" } : reason.Trim();
}
