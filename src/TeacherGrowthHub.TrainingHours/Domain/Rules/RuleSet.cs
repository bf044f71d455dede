using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.TrainingHours.Domain.Rules;

/// <summary>The rules of recognition as data: what a version of the policy, or its application, says.</summary>
/// <param name="Source">The document, as it is cited in every explanation.</param>
/// <param name="Quotas">Hours by duty.</param>
/// <param name="Kinds">Kinds of activities.</param>
/// <param name="Equivalences">What achievements are worth; none by default: the policy has none.</param>
/// <param name="Exemptions">Reasons that waive a requirement.</param>
/// <param name="MinimumAttendancePercent">Of a training's hours; who was there less gets none. Default 80 (4/5).</param>
/// <param name="DutyHeldPercent">Of the school year's days that a duty must be held to be asked for. Default 50 (domain, duties below the table).</param>
/// <param name="LateClaimsUntil">Until when trainings of the past school year are claimed in time, <c>MM-dd</c> after its end. Default 31 October.</param>
/// <param name="ReconsiderationDays">Days in which a refusal may be asked to be reconsidered, once.</param>
public sealed record RuleSet(
    string Source,
    IReadOnlyList<DutyQuota> Quotas,
    IReadOnlyList<ActivityKind> Kinds,
    IReadOnlyList<Equivalence> Equivalences,
    IReadOnlyList<ExemptionKind> Exemptions,
    int MinimumAttendancePercent = 80,
    int DutyHeldPercent = 50,
    string LateClaimsUntil = "10-31",
    int ReconsiderationDays = 10
)
{
    private const int MostHundredths = 100_000;

    public ActivityKind? Kind(string code) => Kinds.FirstOrDefault(kind => kind.Code == code);

    public Equivalence? Equivalence(string kind, string code) =>
        Equivalences.FirstOrDefault(grade => grade.Kind == kind && grade.Code == code);

    /// <summary>The quota that governs a duty.</summary>
    public DutyQuota? QuotaOf(DutyKind duty) => Quotas.FirstOrDefault(quota => quota.Duties.Contains(duty));

    /// <summary>Name of a kind, or its code where these rules no longer know it.</summary>
    public string LabelOf(string kind) => Kind(kind)?.Label ?? kind;

    /// <summary>Holds the data against what every rule set must keep.</summary>
    /// <exception cref="RefusedException">Naming the part that does not.</exception>
    public void Check()
    {
        Ensure(!string.IsNullOrWhiteSpace(Source), nameof(Source), "请写明规则依据的文件");
        Ensure(Quotas.Count > 0 && Quotas.All(quota => quota.Duties.Count > 0), nameof(Quotas), "至少要有一项职责的学时要求");
        Ensure(IsUnique(Quotas.SelectMany(quota => quota.Duties)), nameof(Quotas), "同一职责只能有一项学时要求");
        Ensure(Quotas.All(quota => IsAmount(quota.RequiredHundredths)), nameof(Quotas), "学时要求应在 0 到 1000 之间");
        Ensure(
            Quotas.All(quota => quota.MakeUpUntil is null || MonthDay.IsValid(quota.MakeUpUntil)),
            nameof(Quotas),
            "补训截止应写成 12-31 这样的月日"
        );
        Ensure(Kinds.Count > 0 && IsUnique(Kinds.Select(kind => kind.Code)), nameof(Kinds), "培训类型的代码不能为空或重复");
        Ensure(
            Kinds.All(kind => kind is { Code.Length: > 0, Label.Length: > 0, Steps.Count: > 0 }),
            nameof(Kinds),
            "每种类型都要有代码、名称和认定层级"
        );
        Ensure(Kinds.All(kind => kind.Steps.SequenceEqual(kind.Steps.Order().Distinct())), nameof(Kinds), "认定层级须由低到高");
        Ensure(
            Kinds.All(kind => kind.CapHundredths is null || IsAmount(kind.CapHundredths.Value)),
            nameof(Kinds),
            "学时上限应在 0 到 1000 之间"
        );
        Ensure(Equivalences.All(IsKnown), nameof(Equivalences), "折算标准须属于成果类的类型，学时在 0 到 1000 之间");
        Ensure(IsUnique(Equivalences.Select(grade => (grade.Kind, grade.Code))), nameof(Equivalences), "同一类型的折算标准代码不能重复");
        Ensure(IsUnique(Exemptions.Select(kind => kind.Code)), nameof(Exemptions), "免修情形的代码不能重复");
        Ensure(MinimumAttendancePercent is >= 0 and <= 100, nameof(MinimumAttendancePercent), "最低出勤应在 0 到 100 之间");
        Ensure(DutyHeldPercent is >= 0 and <= 100, nameof(DutyHeldPercent), "任职时长应在 0 到 100 之间");
        Ensure(MonthDay.IsValid(LateClaimsUntil), nameof(LateClaimsUntil), "补登截止应写成 10-31 这样的月日");
        Ensure(ReconsiderationDays is >= 0 and <= 365, nameof(ReconsiderationDays), "复核期限应在 0 到 365 天之间");
    }

    private bool IsKnown(Equivalence grade) =>
        Kind(grade.Kind)?.Form == ActivityForm.Achievement
        && grade is { Code.Length: > 0, Label.Length: > 0 }
        && IsAmount(grade.Hundredths);

    private static bool IsAmount(int hundredths) => hundredths is >= 0 and <= MostHundredths;

    private static bool IsUnique<T>(IEnumerable<T> values) => values.GroupBy(value => value).All(group => group.Count() == 1);

    private static void Ensure(bool holds, string field, string text)
    {
        if (!holds)
            throw new RefusedException(text) { Field = field };
    }
}
