using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Claims;

namespace TeacherGrowthHub.TrainingHours.Services.Claims;

/// <summary>What an officer wants to see of the queue.</summary>
/// <param name="State">待审核, 已退回, 已认定 or 不予认定.</param>
/// <param name="Kind">Code of a kind.</param>
/// <param name="Duty">Teachers of whom this duty is asked in the claim's school year.</param>
/// <param name="Finding">One kind of finding.</param>
/// <param name="Clean">Only claims without a finding that needs a look.</param>
/// <param name="Path">A school or county inside the scope.</param>
/// <param name="WaitingDays">Waiting longer than so many days.</param>
/// <param name="WithLower">Also what still waits at a level below.</param>
/// <param name="SamplePercent">A random sample of so many percent; the same seed gives the same sample.</param>
/// <param name="Seed">Of the sample.</param>
public sealed record ClaimFilter(
    ClaimState State = ClaimState.Waiting,
    string? Kind = null,
    DutyKind? Duty = null,
    FindingKind? Finding = null,
    bool Clean = false,
    string? Path = null,
    int? WaitingDays = null,
    bool WithLower = false,
    int? SamplePercent = null,
    int Seed = 1
)
{
    /// <summary>Whether findings decide which claims are shown.</summary>
    public bool AsksForFindings => Finding is not null || Clean;

    /// <summary>Whether the columns of the table alone decide.</summary>
    public bool IsByColumns => !AsksForFindings && SamplePercent is null;
}
