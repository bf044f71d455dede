namespace TeacherGrowthHub.TrainingHours.Domain.Claims;

/// <summary>Where a claim stands.</summary>
public enum ClaimState
{
    /// <summary>草稿: only its teacher sees it.</summary>
    Draft,

    /// <summary>待核: somebody at its level has to act.</summary>
    Waiting,

    /// <summary>已退回: the teacher mends it and submits it again.</summary>
    Returned,

    /// <summary>不予认定, with a reason; may be asked to be reconsidered once.</summary>
    Refused,

    /// <summary>已认定: an entry of the ledger holds the hours.</summary>
    Certified,

    /// <summary>已撤回 by the teacher.</summary>
    Withdrawn,
}
