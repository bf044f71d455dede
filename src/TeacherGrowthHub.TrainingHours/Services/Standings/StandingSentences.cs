using Microsoft.Extensions.Localization;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Rules;

namespace TeacherGrowthHub.TrainingHours.Services.Standings;

/// <summary>Says in one sentence how a duty's total came about: which rule binds, from which document, what was capped or left out and why.</summary>
public sealed class StandingSentences(IStringLocalizer texts)
{
    /// <summary>The sentence, in the language of the page.</summary>
    public string Of(DutyStanding duty, RuleSet rules)
    {
        List<string> parts = [Rule(duty.Quota, rules)];
        if (duty.State == StandingState.Exempt)
            parts.Add(texts["本学年已准予免修"]);
        else
            parts.AddRange([Counted(duty), .. Capped(duty, rules), .. LeftOut(duty), Result(duty)]);
        return string.Join(texts["；"], parts) + texts["。"];
    }

    /// <summary>Why one line counts as it does, in a few words.</summary>
    public string Why(CountedLine line, DutyStanding duty, RuleSet rules) =>
        line.Why switch
        {
            LineReason.Counts => texts["全部计入"],
            LineReason.OtherSubject => texts[
                duty.Quota.Counts == CountFilter.PreService ? "不是岗前培训，不计入" : "不是心理健康教育培训，不计入"
            ],
            LineReason.LowerOfSameAchievement => texts["同一成果已计更高的一项"],
            LineReason.Capped => texts["{0}每学年最多计{1}学时", rules.LabelOf(line.Entry.Kind), CapOf(line.Entry.Kind, rules)],
            LineReason.OutsideWindow => texts["晚于补训截止日，不计入"],
            _ => throw new ArgumentOutOfRangeException(nameof(line)),
        };

    private string Rule(DutyQuota quota, RuleSet rules)
    {
        var (name, hours) = (texts[quota.Duty.Label()].Value, quota.Required.ToString());
        if (quota.Period == QuotaPeriod.Once)
            return quota.MakeUpUntil is { } last
                ? texts["按{0}，{1}上岗前须完成{2}学时岗前培训，最迟到上岗后的{3}补训", rules.Source, name, hours, DayOf(last)]
                : texts["按{0}，{1}上岗前须完成{2}学时岗前培训", rules.Source, name, hours];
        return quota.Counts == CountFilter.All
            ? texts["按{0}，{1}每学年不少于{2}学时，各类培训都计入", rules.Source, name, hours]
            : texts["按{0}，{1}每学年不少于{2}学时，只计心理健康教育培训", rules.Source, name, hours];
    }

    private string Counted(DutyStanding duty) =>
        duty.Certified == Hours.Zero ? texts["目前还没有认定可计入的学时"]
        : duty.Certified == duty.Counted ? texts["已认定{0}学时，全部计入", duty.Certified]
        : texts["已认定{0}学时，计入{1}学时", duty.Certified, duty.Counted];

    private IEnumerable<string> Capped(DutyStanding duty, RuleSet rules)
    {
        foreach (var kind in duty.Lines.Where(line => line.Why == LineReason.Capped).GroupBy(line => line.Entry.Kind))
        {
            var over = kind.Sum(line => line.Entry.Counted - line.Counts);
            yield return rules.Kind(kind.Key)?.CapSource is { } source
                ? texts["{0}按{1}最多计{2}学时，超出的{3}学时不计", rules.LabelOf(kind.Key), source, CapOf(kind.Key, rules), over]
                : texts["{0}最多计{1}学时，超出的{2}学时不计", rules.LabelOf(kind.Key), CapOf(kind.Key, rules), over];
        }
    }

    private IEnumerable<string> LeftOut(DutyStanding duty)
    {
        Hours Of(LineReason why) => duty.Lines.Where(line => line.Why == why).Sum(line => line.Entry.Counted);
        if (Of(LineReason.LowerOfSameAchievement) is var lower && lower > Hours.Zero)
            yield return texts["同一成果只计最高的一项，另外{0}学时不计", lower];
        if (Of(LineReason.OutsideWindow) is var late && late > Hours.Zero)
            yield return texts["有{0}学时晚于补训截止日，不计", late];
        // For what is asked once, every other training of the year would be "left out".
        if (duty.Quota.Counts == CountFilter.MentalHealth && Of(LineReason.OtherSubject) is var other && other > Hours.Zero)
            yield return texts["另有{0}学时不是心理健康教育培训，不计", other];
    }

    private string Result(DutyStanding duty) =>
        duty.State switch
        {
            StandingState.Met => texts["已达标"],
            StandingState.MadeUp => texts["上岗后已补训，达标"],
            _ => texts["还差{0}学时", duty.Missing],
        };

    private string DayOf(string monthDay) => texts["{0:M月d日}", MonthDay.OnOrAfter(monthDay, new DateOnly(2000, 1, 1))];

    private static Hours CapOf(string kind, RuleSet rules) => new(rules.Kind(kind)?.CapHundredths ?? 0);
}
