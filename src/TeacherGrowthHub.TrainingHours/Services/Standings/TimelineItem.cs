using TeacherGrowthHub.TrainingHours.Domain;

namespace TeacherGrowthHub.TrainingHours.Services.Standings;

/// <summary>Something of a teacher's year: a claim on its way, or a line of the ledger.</summary>
/// <param name="Kind">Name of the kind.</param>
/// <param name="Reason">Why it was returned, refused or taken back.</param>
/// <param name="WaitsAt">Name of the organisation whose turn it is.</param>
/// <param name="ClaimId">The claim behind it, where it is still open to its teacher.</param>
public sealed record TimelineItem(
    string Title,
    string Kind,
    DateOnly From,
    DateOnly To,
    Hours Hours,
    TimelineState State,
    string? Reason = null,
    string? WaitsAt = null,
    string? ClaimId = null
);

/// <summary>Where an item stands, what needs its teacher first.</summary>
public enum TimelineState
{
    Returned,
    Draft,
    Waiting,
    Refused,
    Certified,

    /// <summary>Certified and taken back.</summary>
    Reversed,
}

/// <summary>Words and tones of the states.</summary>
public static class TimelineLabels
{
    /// <summary>Chinese source text.</summary>
    public static string Label(this TimelineState state) =>
        state switch
        {
            TimelineState.Returned => "已退回",
            TimelineState.Draft => "草稿",
            TimelineState.Waiting => "待审核",
            TimelineState.Refused => "不予认定",
            TimelineState.Reversed => "已撤销",
            _ => "已认定",
        };

    /// <summary>Class of the theme.</summary>
    public static string Tone(this TimelineState state) =>
        state switch
        {
            TimelineState.Returned or TimelineState.Refused => "is-bad",
            TimelineState.Waiting => "is-warn",
            TimelineState.Certified => "is-ok",
            _ => "is-mute",
        };
}
