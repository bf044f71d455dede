using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.TrainingHours.Domain.Balances;

/// <summary>How a teacher stands in a school year: each duty by itself, attained when every one is (domain 0.8).</summary>
public sealed record YearStanding(IReadOnlyList<DutyStanding> Duties)
{
    /// <summary>Whether there is a requirement, and all of them are met.</summary>
    public bool IsAttained => Duties.Count > 0 && Duties.All(duty => duty.IsMet);

    /// <summary>The duty with most hours missing: what the headline shows.</summary>
    public DutyStanding? Headline => Duties.MaxBy(duty => (duty.Missing, duty.Required));

    public DutyStanding? Of(DutyKind duty) => Duties.FirstOrDefault(standing => standing.Quota.Duty == duty);
}
