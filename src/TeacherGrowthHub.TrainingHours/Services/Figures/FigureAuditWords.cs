using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Reminders;

namespace TeacherGrowthHub.TrainingHours.Services.Figures;

internal sealed class FigureAuditWords : IAuditWords
{
    public IReadOnlyDictionary<string, string> Actions { get; } =
        new Dictionary<string, string>
        {
            ["Hours.Exported"] = "导出了学时数据",
            ["Hours.Reminded"] = "提醒了未达标教师",
            ["Reminders.Changed"] = "修改了学时提醒设置",
        };

    public IReadOnlyDictionary<string, string> Kinds { get; } =
        new Dictionary<string, string> { [nameof(TeacherYear)] = "学时数据", [nameof(ReminderSettings)] = "学时提醒设置" };
}
