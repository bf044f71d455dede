namespace TeacherGrowthHub.TrainingHours.Domain.Claims;

/// <summary>Source texts of states and acts.</summary>
public static class ClaimWords
{
    public static string Label(this ClaimState state) =>
        state switch
        {
            ClaimState.Draft => "草稿",
            ClaimState.Waiting => "待审核",
            ClaimState.Returned => "已退回",
            ClaimState.Refused => "不予认定",
            ClaimState.Certified => "已认定",
            ClaimState.Withdrawn => "已撤回",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

    /// <summary>Tone of the tag.</summary>
    public static string Tone(this ClaimState state) =>
        state switch
        {
            ClaimState.Waiting => "is-warn",
            ClaimState.Returned or ClaimState.Refused => "is-bad",
            ClaimState.Certified => "is-ok",
            _ => "is-mute",
        };

    public static string Label(this ClaimAct act) =>
        act switch
        {
            ClaimAct.Submitted => "提交",
            ClaimAct.PassedOn => "初核通过",
            ClaimAct.Returned => "退回",
            ClaimAct.Refused => "不予认定",
            ClaimAct.Reconsidered => "申请复核",
            ClaimAct.Certified => "认定",
            ClaimAct.Reversed => "撤销认定",
            ClaimAct.Withdrawn => "撤回",
            _ => throw new ArgumentOutOfRangeException(nameof(act)),
        };
}
