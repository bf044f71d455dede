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
            ["Account.CodesRenewed"] = "更新了备用验证码",
            ["Account.SecondFactorOn"] = "开启了两步验证",
            ["Account.SecondFactorOff"] = "关闭了两步验证",
            ["Account.SecondFactorReset"] = "重置了两步验证",
            ["Role.Moved"] = "随单位调整转移了角色",
            ["Teacher.Viewed"] = "查看了教师档案",
            ["Teacher.Created"] = "新建了教师档案",
            ["Teacher.Registered"] = "登记了教师",
            ["Teacher.Changed"] = "修改了教师档案",
            ["Teacher.StatusSet"] = "修改了教师的在岗状态",
            ["Teacher.DutyAdded"] = "登记了职责",
            ["Teacher.DutyEnded"] = "终止了职责",
            ["Teacher.Transferred"] = "调动了教师",
            ["Teacher.Released"] = "办理了调出",
            ["Teacher.Received"] = "办理了调入",
            ["Teacher.TakenOver"] = "接收了教师",
            ["Teacher.SecondSchoolAdded"] = "登记了兼任学校",
            ["Teacher.SecondSchoolEnded"] = "终止了兼任学校",
            ["Teacher.PostMoved"] = "随单位调整转移了任职",
            ["Duty.Created"] = "登记了职责",
            ["Duty.Changed"] = "修改了职责",
            ["Organization.Created"] = "新建了单位",
            ["Organization.Edited"] = "修改了单位信息",
            ["Organization.Changed"] = "修改了单位信息",
            ["Organization.Moved"] = "调整了单位隶属",
            ["Organization.Merged"] = "合并了单位",
            ["Organization.Closed"] = "关闭了单位",
            ["Organization.Reopened"] = "恢复了单位",
            ["Teachers.Exported"] = "导出了教师名单（含手机号）",
            ["Organizations.Exported"] = "导出了单位名单",
            ["Duties.Exported"] = "导出了职责名单",
            ["Import.Uploaded"] = "上传了批量导入表格",
            ["Import.Confirmed"] = "确认了批量导入",
            ["Import.Applied"] = "完成了批量导入",
            ["Import.Cancelled"] = "取消了批量导入",
        };

    public IReadOnlyDictionary<string, string> Kinds { get; } =
        new Dictionary<string, string>
        {
            [nameof(Account)] = "账号",
            [nameof(ApiToken)] = "接口令牌",
            [nameof(Consent)] = "同意记录",
            [nameof(RoleHolding)] = "角色",
            [nameof(Teacher)] = "教师",
            [nameof(TeacherPost)] = "任职",
            [nameof(TeacherDuty)] = "职责",
            [nameof(Organization)] = "单位",
            [nameof(CorrectionRequest)] = "更正申请",
            [nameof(ImportBatch)] = "批量导入",
        };
}
