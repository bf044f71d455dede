using TeacherGrowthHub.People.Imports.Planning;
using TeacherGrowthHub.People.Imports.Workbooks;
using TeacherGrowthHub.TrainingHours.Domain.Claims;

namespace TeacherGrowthHub.TrainingHours.Imports;

/// <summary>The columns of workbooks of hours. Fields are those of <see cref="ClaimForm"/>, whose refusals name them.</summary>
internal static class HoursColumns
{
    public static readonly ImportColumn Number = new("TeacherNumber", "工号", true, "须已登记", WorkbookWords.ExampleNumber);
    public static readonly ImportColumn Name = new("Name", "姓名", false, "填写时须与工号相符", WorkbookWords.ExampleName);
    public static readonly ImportColumn Title = new(nameof(ClaimForm.Title), "活动名称", true, "证书或通知上的全称", "示例培训");
    public static readonly ImportColumn Kind = new(nameof(ClaimForm.Kind), "类型", true, "学时规则里的类型", "");
    public static readonly ImportColumn From = Day(nameof(ClaimForm.From), "开始日期", "如 2025-09-01", "2025-10-11") with
    {
        IsRequired = true,
    };
    public static readonly ImportColumn To = Day(nameof(ClaimForm.To), "结束日期", "只有一天的可以不填", "2025-10-12");
    public static readonly ImportColumn Hours = Amount(nameof(ClaimForm.Hours), "学时", "证明材料上的学时", "8") with { IsRequired = true };
    public static readonly ImportColumn Granted = Amount("Granted", "认定学时", "不填与学时相同，不能更多", "");
    public static readonly ImportColumn Provider = new(nameof(ClaimForm.Provider), "主办单位", false, "自由填写", "示例学院");
    public static readonly ImportColumn IsMentalHealth = Choice("IsMentalHealth", "心理健康教育", "不填表示是", WorkbookWords.Yes);
    public static readonly ImportColumn IsPreService = Choice("IsPreService", "岗前", "新入职教师的岗前培训填“是”", WorkbookWords.No);
    public static readonly ImportColumn Reference = new(
        nameof(Claim.Reference),
        "凭据编号",
        false,
        "证书号，或来源系统里的编号",
        "示例证书 1 号"
    );
    public static readonly ImportColumn LateReason = new(
        nameof(ClaimForm.LateReason),
        "补登原因",
        false,
        "过了登记时间或已封存的学年必填",
        ""
    );

    public static readonly ImportColumn[] All =
    [
        Number,
        Name,
        Title,
        Kind,
        From,
        To,
        Hours,
        Granted,
        Provider,
        IsMentalHealth,
        IsPreService,
        Reference,
        LateReason,
    ];

    /// <summary>How exports write yes and no.</summary>
    public static string Text(bool value) => value ? WorkbookWords.Yes : WorkbookWords.No;

    private static ImportColumn Day(string field, string header, string hint, string example) =>
        new(field, header, false, hint, example) { Shape = ColumnShape.Day };

    private static ImportColumn Amount(string field, string header, string hint, string example) =>
        new(field, header, false, hint, example) { Shape = ColumnShape.Number };

    private static ImportColumn Choice(string field, string header, string hint, string example) =>
        new(field, header, false, hint, example) { Choices = [WorkbookWords.Yes, WorkbookWords.No] };
}
