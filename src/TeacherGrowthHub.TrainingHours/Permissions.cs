using TeacherGrowthHub.Kernel.Permissions;

namespace TeacherGrowthHub.TrainingHours;

/// <summary>What the module of training hours lets somebody do.</summary>
public sealed class HoursPermissions : IPermissionProvider
{
    /// <summary>Sign up for trainings and claim hours of one's own.</summary>
    public const string Claim = "TrainingHours.Claim";

    /// <summary>Plan and run trainings of the organisation.</summary>
    public const string Plan = "TrainingHours.Plan";

    /// <summary>Check claims of the organisation's teachers and pass them on.</summary>
    public const string Check = "TrainingHours.Check";

    /// <summary>Certify, reverse and decide on exemptions for the organisation's teachers; never one's own.</summary>
    public const string Certify = "TrainingHours.Certify";

    /// <summary>See who has attained and who has not, by name.</summary>
    public const string ViewFigures = "TrainingHours.ViewFigures";

    /// <summary>Issue and revoke certificates.</summary>
    public const string Issue = "TrainingHours.Issue";

    /// <summary>Change the rules, close school years, and admit late entries with a reason; the city's.</summary>
    public const string ManageRules = "TrainingHours.ManageRules";

    /// <summary>Hand in claims of hours from another system; an officer certifies them.</summary>
    public const string SubmitHours = "TrainingHours.SubmitHours";

    /// <summary>Read ledger lines and balances of the organisation's teachers from another system.</summary>
    public const string ReadHours = "TrainingHours.ReadHours";

    public IEnumerable<Permission> Permissions =>
        [
            new(Claim, "登记学时与报名培训"),
            new(Plan, "组织培训"),
            new(Check, "初核学时"),
            new(Certify, "认定学时"),
            new(ViewFigures, "查看学时数据"),
            new(Issue, "开具学时证明"),
            new(ManageRules, "管理学时规则"),
            new(SubmitHours, "提交外部学时", IsForIntegrations: true),
            new(ReadHours, "读取学时数据", IsForIntegrations: true),
        ];
}
