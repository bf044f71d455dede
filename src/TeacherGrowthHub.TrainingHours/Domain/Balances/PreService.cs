using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Domain.Rules;

namespace TeacherGrowthHub.TrainingHours.Domain.Balances;

/// <summary>
/// What is asked once, by cohort (domain 0.6): pre-service hours that ended by the day of taking up duty attain it, later ones make it up
/// within the window. A course in August lies in the school year before the cohort's and counts.
/// </summary>
internal static class PreService
{
    public static DutyStanding? Reckon(RuleSet rules, DutyQuota quota, SchoolYear year, TeacherFacts facts)
    {
        if (TakenUp(quota, year, facts.Duties) is not { } start)
            return null;
        var last = quota.MakeUpUntil is null ? start : MonthDay.OnOrAfter(quota.MakeUpUntil, start);
        var lines = Reckoning.Count(rules, facts.Standing.Where(entry => Concerns(entry, year)), entry => Filter(entry, last));
        var inTime = lines.Where(line => line.Entry.To <= start).Sum(line => line.Counts) >= quota.Required;
        return Reckoning.Standing(quota, facts, year, lines, inTime ? StandingState.Met : StandingState.MadeUp);
    }

    // The cohort is the school year in which the duty was taken up.
    private static DateOnly? TakenUp(DutyQuota quota, SchoolYear year, IEnumerable<HeldDuty> duties) =>
        duties
            .Where(duty => quota.Duties.Contains(duty.Kind) && year.Start <= duty.From && duty.From <= year.End)
            .Select(duty => (DateOnly?)duty.From)
            .Min();

    private static bool Concerns(LedgerEntry entry, SchoolYear year) =>
        entry.SchoolYear == year.Id || (entry.IsPreService && Math.Abs(entry.SchoolYear - year.Id) == 1);

    private static LineReason Filter(LedgerEntry entry, DateOnly last) =>
        !entry.IsPreService ? LineReason.OtherSubject
        : entry.To > last ? LineReason.OutsideWindow
        : LineReason.Counts;
}
