using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;

namespace TeacherGrowthHub.TrainingHours.Services.Claims;

/// <summary>What of a claim goes into the ledger, and how a line names its claim.</summary>
internal static class ClaimPostings
{
    /// <summary>Beginning of the source of lines that came from a claim.</summary>
    public const string Source = "claim:";

    /// <param name="claim">With what is granted.</param>
    /// <param name="reason">Why the line is corrected; null takes the reason of a late claim.</param>
    public static LedgerPosting Posting(this Claim claim, string? reason = null) =>
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
            Source + claim.Id
        )
        {
            AchievementKey = claim.Achievement is null ? null : ActivityKeys.OfAchievement(claim.Achievement),
            IsMentalHealth = claim.IsMentalHealth,
            IsPreService = claim.IsPreService,
            Reason = reason ?? claim.LateReason,
        };
}
