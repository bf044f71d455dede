using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Domain.Rules;

namespace TeacherGrowthHub.Tests.TrainingHours;

/// <summary>The rules once more in the shortest form: net amounts, best of each achievement, then the smaller of sum and cap by kind.</summary>
internal static class PlainReckoning
{
    public static Hours Counted(IEnumerable<LedgerEntry> entries, RuleSet rules, DutyQuota quota) =>
        entries
            .Where(line => line.SchoolYear == Rules.Year.Id && (quota.Counts == CountFilter.All || line.IsMentalHealth))
            .GroupBy(line => line.ReversesSequence ?? line.Sequence)
            .Select(pair => (Line: pair.First(), Net: pair.Sum(line => line.Counted)))
            .Where(pair => pair.Net > Hours.Zero)
            .GroupBy(pair => pair.Line.AchievementKey ?? $"line {pair.Line.Sequence}")
            .Select(group => group.MaxBy(pair => pair.Net))
            .GroupBy(pair => pair.Line.Kind)
            .Sum(kind => Hours.Min(kind.Sum(pair => pair.Net), new Hours(rules.Kind(kind.Key)!.CapHundredths ?? int.MaxValue)));
}
