using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Requests;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.TrainingHours.Recipes.Samples;

/// <summary>When a sample happens: never on a fixed day, so that a demonstration does not grow old.</summary>
/// <param name="At">Share of the school year that has passed, 0 to 1.</param>
/// <param name="YearsBack">0 for the present school year.</param>
/// <param name="In">Days from today instead, for what is still to come.</param>
public sealed record SampleDay(decimal At = 0, int YearsBack = 0, int? In = null);

/// <summary>A sample training, its sessions on days that follow each other.</summary>
/// <param name="State">What becomes of it: closed and certified, still to be closed, open, or waiting for approval.</param>
/// <param name="Hours">Of one session.</param>
/// <param name="Absent">Every so many-th teacher did not come; 0 for none.</param>
/// <param name="Enrolled">How many have signed up for one that is still to come.</param>
public sealed record SampleTraining(
    string TrainingId,
    string Organization,
    string Title,
    string Kind,
    TrainingLevel Level,
    SampleDay Day,
    decimal Hours,
    SampleTrainingState State,
    string Place,
    string Description,
    string Provider,
    string Speakers = "",
    int Sessions = 1,
    List<DutyKind>? Duties = null,
    int? Capacity = null,
    int Absent = 0,
    int Enrolled = 0,
    bool IsPreService = false
);

/// <summary>Where a sample training stands.</summary>
public enum SampleTrainingState
{
    Certified,
    ToBeClosed,
    Open,
    AwaitingApproval,
}

/// <summary>A sample claim.</summary>
/// <param name="Teacher">Number.</param>
/// <param name="State">How far it has come.</param>
/// <param name="WaitedDays">Since it was handed in.</param>
/// <param name="SameEvidence">Claims with the same word bring the same file.</param>
public sealed record SampleClaim(
    string Teacher,
    string Kind,
    string Title,
    string Provider,
    SampleDay Day,
    decimal Hours,
    SampleClaimState State,
    string? Reason = null,
    int WaitedDays = 0,
    string? SameEvidence = null
);

/// <summary>How far a sample claim has come.</summary>
public enum SampleClaimState
{
    Draft,

    /// <summary>At its first step.</summary>
    Submitted,

    /// <summary>At the step that certifies.</summary>
    PassedOn,
    Returned,
    Refused,
    Certified,
}

/// <summary>A sample request; it waits for the county.</summary>
/// <param name="Teacher">Number.</param>
/// <param name="Days">How long what it is about lasts.</param>
public sealed record SampleRequest(
    string Teacher,
    RequestKind Kind,
    SampleDay Day,
    int Days,
    string Reason,
    string? ExemptionKind = null,
    DutyKind? Duty = null,
    string? ActivityKind = null,
    string? Title = null,
    decimal? Hours = null
);

/// <summary>A sample line of the present year's plan.</summary>
public sealed record SamplePlanItem(
    string PlanItemId,
    string Organization,
    string Title,
    string Kind,
    int Month,
    int Times,
    int Persons,
    decimal Hours,
    List<DutyKind>? Duties = null
);
