using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services;

internal sealed class PeopleAuditWords : IAuditWords
{
    public IReadOnlyDictionary<string, string> Actions { get; } =
        new Dictionary<string, string>
        {
            ["Account.Created"] = "新建了账号",
            ["Account.CodeIssued"] = "发放了一次性代码",
            ["Account.Activated"] = "开通了账号",
            ["Account.PasswordChanged"] = "修改了密码",
            ["Account.SignedIn"] = "登录了",
            ["Account.TokenIssued"] = "取得了接口令牌",
            ["Account.TokenRevoked"] = "注销了接口令牌",
            ["Account.Closed"] = "注销了账号",
            ["Consent.Given"] = "同意了个人信息处理告知",
            ["Consent.Withdrawn"] = "撤回了同意",
            ["PersonalData.Downloaded"] = "下载了自己的数据",
            ["Role.Granted"] = "授予了角色",
            ["Role.Ended"] = "取消了角色",
        };

    public IReadOnlyDictionary<string, string> Kinds { get; } =
        new Dictionary<string, string>
        {
            [nameof(Account)] = "账号",
            [nameof(ApiToken)] = "接口令牌",
            [nameof(Consent)] = "同意记录",
            [nameof(RoleHolding)] = "角色",
            [nameof(Teacher)] = "教师",
            [nameof(Organization)] = "单位",
            [nameof(CorrectionRequest)] = "更正申请",
            [nameof(ImportBatch)] = "批量导入",
        };
}
