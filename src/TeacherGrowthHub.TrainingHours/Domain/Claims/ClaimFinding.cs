namespace TeacherGrowthHub.TrainingHours.Domain.Claims;

/// <summary>Something about a claim that an officer should look at, with the other record beside it.</summary>
/// <param name="Other">The other record, in words; null where there is none.</param>
/// <param name="OtherClaimId">Its claim, where it is one.</param>
public sealed record ClaimFinding(FindingKind Kind, string? Other = null, string? OtherClaimId = null);

/// <summary>What the site finds by itself; the order is that of weight.</summary>
public enum FindingKind
{
    /// <summary>疑似重复: the same activity of the same teacher.</summary>
    SameActivity,

    /// <summary>材料用过: the same file stands behind another claim.</summary>
    EvidenceUsedBefore,

    /// <summary>同一成果: another claim for the same achievement; only the highest counts.</summary>
    SameAchievement,

    /// <summary>时间重叠.</summary>
    OverlappingTime,

    /// <summary>缺材料.</summary>
    NoEvidence,

    /// <summary>不在岗: no post on those days.</summary>
    NotInPost,

    /// <summary>逾期补登.</summary>
    Late,

    /// <summary>他人也报: the same activity claimed by others, which is how trainings are.</summary>
    AlsoClaimedByOthers,
}

/// <summary>Source texts and tones of findings.</summary>
public static class FindingWords
{
    public static string Label(this FindingKind kind) =>
        kind switch
        {
            FindingKind.SameActivity => "疑似重复",
            FindingKind.EvidenceUsedBefore => "材料用过",
            FindingKind.SameAchievement => "同一成果",
            FindingKind.OverlappingTime => "时间重叠",
            FindingKind.NoEvidence => "缺材料",
            FindingKind.NotInPost => "不在岗",
            FindingKind.Late => "逾期补登",
            FindingKind.AlsoClaimedByOthers => "他人也报",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>Tone of the tag.</summary>
    public static string Tone(this FindingKind kind) =>
        kind switch
        {
            FindingKind.NoEvidence => "is-bad",
            FindingKind.AlsoClaimedByOthers => "is-info",
            _ => "is-warn",
        };

    /// <summary>Whether somebody should look before it is certified.</summary>
    public static bool NeedsALook(this FindingKind kind) => kind != FindingKind.AlsoClaimedByOthers;
}
