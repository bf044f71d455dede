using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.TrainingHours.Domain.Rules;

/// <summary>How many hours a duty asks for (policy item 三), and which hours count for it (domain 0.5).</summary>
/// <param name="Duties">The duties it governs; the first one gives it its name. 兼职 has none of its own in the policy and stands under 学科.</param>
/// <param name="RequiredHundredths">In hundredths of an hour.</param>
/// <param name="Counts">Which entries count.</param>
/// <param name="Period">Per school year, or once by cohort.</param>
/// <param name="MakeUpUntil">Last day to make up what is asked once, <c>MM-dd</c>; null without make-up.</param>
public sealed record DutyQuota(
    IReadOnlyList<DutyKind> Duties,
    int RequiredHundredths,
    CountFilter Counts,
    QuotaPeriod Period = QuotaPeriod.SchoolYear,
    string? MakeUpUntil = null
)
{
    /// <summary>The duty it is named after.</summary>
    public DutyKind Duty => Duties[0];

    public Hours Required => new(RequiredHundredths);
}

/// <summary>Which certified hours count for a duty.</summary>
public enum CountFilter
{
    /// <summary>各类培训.</summary>
    All,

    /// <summary>Only what is marked as mental-health training.</summary>
    MentalHealth,

    /// <summary>Only 岗前培训.</summary>
    PreService,
}

/// <summary>How often a quota is asked.</summary>
public enum QuotaPeriod
{
    SchoolYear,

    /// <summary>Once, by the school year of taking up duty.</summary>
    Once,
}
