using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Workbooks;

namespace TeacherGrowthHub.People.Imports.Planning;

/// <summary>The columns of each kind of workbook, in the order of templates and exports.</summary>
internal static class ImportColumns
{
    private const string DayHint = "如 2025-09-01";
    private static readonly string[] YesNo = [WorkbookWords.Yes, WorkbookWords.No];
    private static readonly string[] Stages = [.. SchoolStage.Labels.Values];

    public static class Teachers
    {
        public static readonly ImportColumn Number = new(
            "TeacherNumber",
            "工号",
            true,
            "全市唯一；已有的工号表示修改",
            WorkbookWords.ExampleNumber
        );
        public static readonly ImportColumn Name = new("Name", "姓名", true, "与人事档案一致", WorkbookWords.ExampleName);
        public static readonly ImportColumn School = new("School", "学校", true, "单位全称，或路径代码", "");
        public static readonly ImportColumn From = Day("On", "到校日期", "调入时必填，原单位的任职到前一天为止", "2025-09-01");
        public static readonly ImportColumn Mobile = new("Mobile", "手机号", false, "11 位", "13800000000");
        public static readonly ImportColumn Stage = Choice("Stage", "学段", "六个学段之一", Stages, Stages[3]);
        public static readonly ImportColumn Subject = new("Subject", "任教学科", false, "自由填写", WorkbookWords.ExampleSubject);
        public static readonly ImportColumn Title = new("Title", "职称", false, "自由填写", WorkbookWords.ExampleTitle);
        public static readonly ImportColumn Certificate = new("Certificate", "证书", false, "心理健康教育方面的证书", "");
        public static readonly ImportColumn ServiceFrom = Day("ServiceFrom", "参加工作时间", DayHint, "2010-09-01");
        public static readonly ImportColumn Status = Choice("Status", "状态", "不填表示在岗", StatusLabels.All, StatusLabels.All[0]);
        public static readonly ImportColumn Account = Choice("Account", "开通账号", "填“是”为没有账号的教师开通", YesNo, WorkbookWords.Yes);

        public static readonly ImportColumn[] All =
        [
            Number,
            Name,
            School,
            From,
            Mobile,
            Stage,
            Subject,
            Title,
            Certificate,
            ServiceFrom,
            Status,
            Account,
        ];
    }

    public static class Organizations
    {
        public static readonly ImportColumn Code = new("Code", "代码", true, "小写字母、数字和连字符，同一上级下唯一", "shili");
        public static readonly ImportColumn Name = new("Name", "名称", true, "单位全称", WorkbookWords.ExampleSchool);
        public static readonly ImportColumn Kind = Choice("Kind", "类型", "县区、学校或市直属学校", KindLabels.All, KindLabels.All[1]) with
        {
            IsRequired = true,
        };
        public static readonly ImportColumn Parent = new("Parent", "上级代码路径", true, "如 baoshan/longyang", "baoshan/longyang");
        public static readonly ImportColumn Stages = new("Stages", "学段", false, "几个学段之间用顿号分开", WorkbookWords.ExampleStages);
        public static readonly ImportColumn Urban = Choice("IsUrban", "城区", "是否城区学校", YesNo, WorkbookWords.Yes);
        public static readonly ImportColumn Legal = Choice("IsLegalPerson", "法人", "教学点填“否”", YesNo, WorkbookWords.Yes);
        public static readonly ImportColumn Boarding = Choice("IsBoarding", "寄宿", "是否寄宿制", YesNo, WorkbookWords.No);
        public static readonly ImportColumn Classes = Count("Classes", "班级数", "整数", "24");
        public static readonly ImportColumn Students = Count("Students", "学生数", "整数，只填总数", "1100");
        public static readonly ImportColumn Autumn = Count("AutumnWeeks", "秋季周数", "不填按校历", "");
        public static readonly ImportColumn Spring = Count("SpringWeeks", "春季周数", "不填按校历", "");

        public static readonly ImportColumn[] All =
        [
            Code,
            Name,
            Kind,
            Parent,
            Stages,
            Urban,
            Legal,
            Boarding,
            Classes,
            Students,
            Autumn,
            Spring,
        ];
    }

    public static class Duties
    {
        public static readonly ImportColumn Number = new("TeacherNumber", "工号", true, "须已登记", WorkbookWords.ExampleNumber);
        public static readonly ImportColumn Kind = Choice("Kind", "职责", "六种之一", DutyWords.All, DutyWords.All[3]) with
        {
            IsRequired = true,
        };
        public static readonly ImportColumn From = Day("From", "开始日期", DayHint, "2025-09-01") with { IsRequired = true };
        public static readonly ImportColumn To = Day("To", "结束日期", "最后一天；不填表示至今", "2026-08-31");
        public static readonly ImportColumn Document = new("Document", "文号", false, "骨干、专职、兼职必填", "");
        public static readonly ImportColumn Class = new("ClassName", "班级", false, "班主任必填", WorkbookWords.ExampleClass);

        public static readonly ImportColumn[] All = [Number, Kind, From, To, Document, Class];
    }

    private static ImportColumn Day(string field, string header, string hint, string example) =>
        new(field, header, false, hint, example) { Shape = ColumnShape.Day };

    private static ImportColumn Count(string field, string header, string hint, string example) =>
        new(field, header, false, hint, example) { Shape = ColumnShape.Number };

    private static ImportColumn Choice(string field, string header, string hint, IReadOnlyList<string> choices, string example) =>
        new(field, header, false, hint, example) { Choices = choices };
}
