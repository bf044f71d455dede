using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Services.Balances;

namespace TeacherGrowthHub.TrainingHours.Services.Standings;

/// <summary>A duty's ring.</summary>
/// <param name="Standing">How it stands.</param>
/// <param name="Waiting">What would count more if everything that waits were certified.</param>
/// <param name="Sentence">How the total came about.</param>
public sealed record DutyRing(DutyStanding Standing, Hours Waiting, string Sentence)
{
    private const int Full = 100;

    public DutyKind Duty => Standing.Quota.Duty;

    /// <summary>Certified part of the ring, 0 to 100.</summary>
    public int Part => PartOf(Standing.Counted);

    /// <summary>Certified and waiting part, 0 to 100.</summary>
    public int PartWithWaiting => PartOf(Standing.Counted + Waiting);

    private int PartOf(Hours hours) =>
        Standing.IsMet || Standing.Required == Hours.Zero ? Full : Math.Min(Full, hours.Hundredths * Full / Standing.Required.Hundredths);
}

/// <summary>A teacher's year with everything its page shows.</summary>
/// <param name="Years">School years to choose from, latest first.</param>
public sealed record MyHours(TeacherStanding Standing, IReadOnlyList<SchoolYear> Years, IReadOnlyList<DutyRing> Rings)
{
    public IReadOnlyList<TimelineItem> Timeline { get; init; } = [];
    public IReadOnlyList<FillingTraining> Trainings { get; init; } = [];

    /// <summary>What would still be missing of the headline's duty if everything that waits were certified.</summary>
    public Hours MissingAfterWaiting { get; init; }

    /// <summary>The rings under another set of duties; null when none is asked for.</summary>
    public IReadOnlyList<DutyRing>? Supposed { get; init; }

    public RuleSet Rules => Standing.Rules.Rules;

    /// <summary>Duties held on any day of the year.</summary>
    public IReadOnlyList<DutyKind> Held =>
        [.. Standing.Teacher.Duties.Where(duty => Prospect.Touches(duty, Standing.Year)).Select(duty => duty.Kind).Distinct().Order()];

    /// <summary>Hours that wait, each once, whichever duties they would count for.</summary>
    public Hours Waiting => Timeline.Where(item => item.State == TimelineState.Waiting).Sum(item => item.Hours);
}
