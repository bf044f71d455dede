using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.TrainingHours.Domain.Requests;

namespace TeacherGrowthHub.TrainingHours.Services.Requests;

internal sealed class RequestAuditWords : IAuditWords
{
    public IReadOnlyDictionary<string, string> Actions { get; } =
        new Dictionary<string, string>
        {
            ["HourRequest.Submitted"] = "提交了学时申请",
            ["HourRequest.Withdrawn"] = "撤回了学时申请",
            ["HourRequest.Granted"] = "同意了学时申请",
            ["HourRequest.Refused"] = "没有同意学时申请",
            ["HourRequest.TakenBack"] = "收回了学时申请",
        };

    public IReadOnlyDictionary<string, string> Kinds { get; } = new Dictionary<string, string> { [nameof(HourRequest)] = "学时申请" };
}
