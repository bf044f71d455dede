namespace TeacherGrowthHub.Kernel.Audit;

/// <summary>What a walk along the audit trail found.</summary>
/// <param name="Count">Lines walked that were right.</param>
/// <param name="LastId">Number of the last right line; that of the anchor when there was none.</param>
/// <param name="LastHash">Its hash: to be noted outside, so that a cut tail is found later.</param>
/// <param name="Problem">English sentence about the first broken line; null when the chain is whole.</param>
/// <param name="BrokenId">Number of that line, if the problem is one of a line.</param>
public sealed record AuditVerdict(long Count, long LastId, string LastHash, string? Problem = null, long? BrokenId = null)
{
    public bool IsWhole => Problem is null;
}
