using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.TrainingHours.Domain.Rules;

namespace TeacherGrowthHub.TrainingHours.Domain.Claims;

/// <summary>The ways of a claim: teacher → school → county → city as its kind says; back, refused, reconsidered once.</summary>
public static class ClaimLife
{
    /// <summary>Whether its teacher may still change it.</summary>
    public static bool IsEditable(this Claim claim) => claim.State is ClaimState.Draft or ClaimState.Returned;

    /// <summary>The levels it goes through. What comes late is certified by the city.</summary>
    public static IReadOnlyList<ClaimLevel> StepsOf(this Claim claim, ActivityKind? kind)
    {
        var steps = kind?.Steps ?? [ClaimLevel.County];
        return claim.LateReason is null || steps.Contains(ClaimLevel.City) ? steps : [.. steps, ClaimLevel.City];
    }

    /// <summary>Sends it to a level.</summary>
    public static void WaitAt(this Claim claim, ClaimLevel level, DateTime now)
    {
        claim.State = ClaimState.Waiting;
        claim.Level = level;
        claim.WaitingPath = ClaimChain.ActingAt(level, claim.Path);
        claim.SubmittedAt ??= now;
        claim.Version++;
    }

    /// <summary>Ends its wait.</summary>
    public static void Decide(this Claim claim, ClaimState state, DateTime now, string? reason)
    {
        claim.State = state;
        claim.WaitingPath = "";
        claim.Reason = reason;
        claim.DecidedAt = now;
        claim.Version++;
    }

    /// <summary>Refused, with a time in which it may be asked to be reconsidered, unless it was.</summary>
    public static void Refuse(this Claim claim, DateTime now, DateOnly today, string reason, RuleSet rules)
    {
        claim.Decide(ClaimState.Refused, now, reason);
        claim.ReconsiderUntil = claim.IsReconsidered ? null : today.AddDays(rules.ReconsiderationDays);
    }

    /// <summary>Asked once more, at the level that certifies.</summary>
    /// <exception cref="RefusedException">It was not refused, was reconsidered before, or the time is over.</exception>
    public static void Reconsider(this Claim claim, ActivityKind? kind, DateTime now, DateOnly today)
    {
        if (claim.State != ClaimState.Refused || claim.ReconsiderUntil is not { } until)
            throw new RefusedException("每条不予认定的学时只能申请复核一次") { Kind = RefusalKind.Conflict };
        if (today > until)
            throw new RefusedException("复核申请应在 {0:yyyy-MM-dd} 前提出", until) { Kind = RefusalKind.Conflict };
        (claim.IsReconsidered, claim.ReconsiderUntil) = (true, null);
        claim.WaitAt(claim.StepsOf(kind)[^1], now);
    }
}
