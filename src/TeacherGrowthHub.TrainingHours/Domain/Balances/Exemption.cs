using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.TrainingHours.Domain.Balances;

/// <summary>A requirement of a school year that the county has waived (maternity, sickness, retirement, secondment), on request.</summary>
public sealed class Exemption
{
    public required string Id { get; init; }
    public required string TeacherId { get; init; }
    public required int SchoolYear { get; init; }

    /// <summary>The duty it concerns; null waives all of the year.</summary>
    public DutyKind? Duty { get; init; }

    /// <summary>Code of an <see cref="Rules.ExemptionKind"/>.</summary>
    public required string Kind { get; init; }
    public required string Reason { get; init; }
    public required string DecidedBy { get; init; }
    public required DateTime DecidedAt { get; init; }

    /// <summary>When it was taken back; a withdrawn exemption waives nothing.</summary>
    public DateTime? WithdrawnAt { get; set; }
}
