using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Domain.Rules;

namespace TeacherGrowthHub.TrainingHours.Services;

internal sealed class HoursAuditWords : IAuditWords
{
    public IReadOnlyDictionary<string, string> Actions { get; } =
        new Dictionary<string, string>
        {
            ["Rules.Added"] = "修改了学时规则",
            ["Year.Closed"] = "封存了学年",
            ["Hours.Certified"] = "认定了学时",
            ["Hours.Reversed"] = "撤销了学时",
        };

    public IReadOnlyDictionary<string, string> Kinds { get; } =
        new Dictionary<string, string>
        {
            [nameof(RuleVersion)] = "学时规则",
            [nameof(LedgerEntry)] = "学时记录",
            [nameof(YearClosing)] = "学年",
        };
}
