using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Rules;

namespace TeacherGrowthHub.TrainingHours.Pages.Rules;

/// <summary>The rules as they are typed: hours as decimals, rows that are left empty do not count.</summary>
public sealed class RuleForm
{
    private const int SpareRows = 2;

    public sealed class QuotaRow
    {
        public List<DutyKind> Duties { get; set; } = [];
        public decimal? Hours { get; set; }
        public CountFilter Counts { get; set; }
        public QuotaPeriod Period { get; set; }
        public string? MakeUpUntil { get; set; }
    }

    public sealed class KindRow
    {
        public string? Code { get; set; }
        public string? Label { get; set; }
        public ActivityForm Form { get; set; }
        public List<ClaimLevel> Steps { get; set; } = [];
        public decimal? Cap { get; set; }
        public string? CapSource { get; set; }
        public string? Evidence { get; set; }
    }

    public sealed class EquivalenceRow
    {
        public string? Kind { get; set; }
        public string? Code { get; set; }
        public string? Label { get; set; }
        public decimal? Hours { get; set; }
    }

    public sealed class ExemptionRow
    {
        public string? Code { get; set; }
        public string? Label { get; set; }
    }

    public int FromSchoolYear { get; set; }
    public string? Source { get; set; }
    public List<QuotaRow> Quotas { get; set; } = [];
    public List<KindRow> Kinds { get; set; } = [];
    public List<EquivalenceRow> Equivalences { get; set; } = [];
    public List<ExemptionRow> Exemptions { get; set; } = [];
    public int MinimumAttendancePercent { get; set; }
    public int DutyHeldPercent { get; set; }
    public string? LateClaimsUntil { get; set; }
    public int ReconsiderationDays { get; set; }

    public static RuleForm Of(int fromSchoolYear, RuleSet rules) =>
        new()
        {
            FromSchoolYear = fromSchoolYear,
            Source = rules.Source,
            Quotas = [.. rules.Quotas.Select(Of)],
            Kinds = [.. rules.Kinds.Select(Of)],
            Equivalences = [.. rules.Equivalences.Select(Of)],
            Exemptions = [.. rules.Exemptions.Select(kind => new ExemptionRow { Code = kind.Code, Label = kind.Label })],
            MinimumAttendancePercent = rules.MinimumAttendancePercent,
            DutyHeldPercent = rules.DutyHeldPercent,
            LateClaimsUntil = rules.LateClaimsUntil,
            ReconsiderationDays = rules.ReconsiderationDays,
        };

    /// <summary>Adds empty rows, so that something can be added without a script.</summary>
    public RuleForm WithSpareRows()
    {
        for (var i = 0; i < SpareRows; i++)
        {
            Kinds.Add(new KindRow { Steps = [ClaimLevel.School, ClaimLevel.County] });
            Equivalences.Add(new EquivalenceRow());
            Exemptions.Add(new ExemptionRow());
        }
        return this;
    }

    /// <exception cref="RefusedException">A number is not one of hours.</exception>
    public RuleSet ToRules() =>
        new(
            Source?.Trim() ?? "",
            [
                .. Quotas.Select(row => new DutyQuota(
                    row.Duties,
                    Hundredths(row.Hours, nameof(Quotas)),
                    row.Counts,
                    row.Period,
                    Typed(row.MakeUpUntil)
                )),
            ],
            [.. Kinds.Where(row => Typed(row.Code) is not null || Typed(row.Label) is not null).Select(ToKind)],
            [.. Equivalences.Where(row => Typed(row.Code) is not null || Typed(row.Label) is not null).Select(ToEquivalence)],
            [
                .. Exemptions
                    .Where(row => Typed(row.Code) is not null || Typed(row.Label) is not null)
                    .Select(row => new ExemptionKind(Typed(row.Code) ?? "", Typed(row.Label) ?? "")),
            ],
            MinimumAttendancePercent,
            DutyHeldPercent,
            LateClaimsUntil?.Trim() ?? "",
            ReconsiderationDays
        );

    private static QuotaRow Of(DutyQuota quota) =>
        new()
        {
            Duties = [.. quota.Duties],
            Hours = quota.RequiredHundredths / 100m,
            Counts = quota.Counts,
            Period = quota.Period,
            MakeUpUntil = quota.MakeUpUntil,
        };

    private static KindRow Of(ActivityKind kind) =>
        new()
        {
            Code = kind.Code,
            Label = kind.Label,
            Form = kind.Form,
            Steps = [.. kind.Steps],
            Cap = kind.CapHundredths / 100m,
            CapSource = kind.CapSource,
            Evidence = string.Join('、', kind.Evidence ?? []),
        };

    private static EquivalenceRow Of(Equivalence grade) =>
        new()
        {
            Kind = grade.Kind,
            Code = grade.Code,
            Label = grade.Label,
            Hours = grade.Hundredths / 100m,
        };

    private static ActivityKind ToKind(KindRow row) =>
        new(
            Typed(row.Code) ?? "",
            Typed(row.Label) ?? "",
            row.Form,
            [.. row.Steps.Order()],
            row.Cap is null ? null : Hundredths(row.Cap, nameof(Kinds)),
            Typed(row.CapSource),
            [.. (row.Evidence ?? "").Split(['、', ',', '，'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]
        );

    private static Equivalence ToEquivalence(EquivalenceRow row) =>
        new(Typed(row.Kind) ?? "", Typed(row.Code) ?? "", Typed(row.Label) ?? "", Hundredths(row.Hours, nameof(Equivalences)));

    private static int Hundredths(decimal? hours, string field) =>
        hours is { } amount && Domain.Hours.Of(amount) is { } exact
            ? exact.Hundredths
            : throw new RefusedException("学时应是最多两位小数的数") { Field = field };

    private static string? Typed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
