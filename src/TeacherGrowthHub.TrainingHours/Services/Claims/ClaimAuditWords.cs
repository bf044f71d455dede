using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.TrainingHours.Domain.Claims;

namespace TeacherGrowthHub.TrainingHours.Services.Claims;

internal sealed class ClaimAuditWords : IAuditWords
{
    public IReadOnlyDictionary<string, string> Actions { get; } =
        new Dictionary<string, string>
        {
            ["Claim.Created"] = "新建了学时申报",
            ["Claim.Saved"] = "修改了学时申报",
            ["Claim.EvidenceAdded"] = "添加了证明材料",
            ["Claim.EvidenceRemoved"] = "删除了证明材料",
            ["Claim.Submitted"] = "提交了学时申报",
            ["Claim.Withdrawn"] = "撤回了学时申报",
            ["Claim.PassedOn"] = "初核通过了学时申报",
            ["Claim.Returned"] = "退回了学时申报",
            ["Claim.Refused"] = "不予认定学时",
            ["Claim.Reconsidered"] = "申请复核学时",
        };

    public IReadOnlyDictionary<string, string> Kinds { get; } = new Dictionary<string, string> { [nameof(Claim)] = "学时申报" };
}
