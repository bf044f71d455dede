using TeacherGrowthHub.ResourceBank.Extraction;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>A table of the lesson's process: 环节 | 时间 | 教师活动 | 学生活动 | 设计意图, in any order and choice.</summary>
internal sealed class ProcessTable
{
    private enum Role
    {
        Number,
        Name,
        Minutes,
        Teacher,
        Students,
        Intent,
    }

    private static readonly (Role Role, string[] Words)[] Lexicon =
    [
        (Role.Minutes, ["时间", "用时", "时长", "分钟"]),
        (Role.Students, ["学生活动", "学生行为", "学生", "学的活动"]),
        (Role.Intent, ["设计意图", "意图", "设计目的", "目的", "活动目的", "活动意图"]),
        (
            Role.Teacher,
            [
                "教师活动",
                "教师行为",
                "活动内容",
                "教学内容",
                "教师",
                "内容",
                "活动过程",
                "师生活动",
                "教学活动",
                "教的活动",
                "具体内容",
                "主要内容",
                "操作",
            ]
        ),
        (Role.Number, ["序号", "编号", "次序"]),
        (
            Role.Name,
            [
                "环节",
                "教学环节",
                "步骤",
                "阶段",
                "活动环节",
                "教学步骤",
                "流程",
                "过程",
                "活动名称",
                "教学流程",
                "活动",
                "活动步骤",
                "活动流程",
                "活动阶段",
                "教学阶段",
                "环节名称",
                "班会环节",
                "程序",
                "项目",
            ]
        ),
    ];

    private readonly Dictionary<int, Role> _roles;
    private StepDraft? _last;

    private ProcessTable(Dictionary<int, Role> roles) => _roles = roles;

    public int Columns => _roles.Count;

    /// <summary>The table that begins with this row; null when the row is no header.</summary>
    public static ProcessTable? FromHeader(IReadOnlyList<TableCell> row)
    {
        var roles = new Dictionary<int, Role>();
        foreach (var cell in row)
        {
            var word = string.Concat(cell.Text.Where(character => !char.IsWhiteSpace(character))).Split('(', '\uff08')[0];
            foreach (var (role, words) in Lexicon)
            {
                if (words.Contains(word) && !roles.ContainsValue(role))
                {
                    roles[cell.Column] = role;
                    break;
                }
            }
        }
        if (
            !roles.ContainsValue(Role.Name)
            && roles.Count > 1
            && row.FirstOrDefault(cell => !roles.ContainsKey(cell.Column)) is { Column: 0 } first
        )
            roles[first.Column] = Role.Name;
        var isHeader =
            roles.Count >= 2
            && (roles.ContainsValue(Role.Teacher) || roles.ContainsValue(Role.Students))
            && roles.Count >= row.Count - (roles.Count > 2 ? 2 : 1);
        return isHeader ? new ProcessTable(roles) : null;
    }

    /// <summary>Header cells whose words are not known.</summary>
    public IEnumerable<TableCell> Unknown(IReadOnlyList<TableCell> header) => header.Where(cell => !_roles.ContainsKey(cell.Column));

    /// <summary>Adds a row as a step; a row whose name continues the one above adds to that.</summary>
    public void Take(IReadOnlyList<TableCell> row, RecognitionBuilder builder)
    {
        var name = row.FirstOrDefault(cell => _roles.GetValueOrDefault(cell.Column, Role.Teacher) == Role.Name);
        var continues = name is not null && _last is not null && (name.ContinuesAbove || name.Text.Trim().Length == 0);
        if (!continues)
            _last = builder.AddStep("", null);
        foreach (var cell in row)
            Put(_last!, _roles.GetValueOrDefault(cell.Column, Role.Teacher), cell.Text.Trim());
    }

    private static void Put(StepDraft step, Role role, string text)
    {
        if (text.Length == 0)
            return;
        switch (role)
        {
            case Role.Name:
                var joined = text.Replace("\n", " ");
                step.Minutes ??= StepHeadings.MinutesOf(joined);
                step.Name = StepHeadings.NameOf(joined);
                break;
            case Role.Minutes:
                step.Minutes = StepHeadings.MinutesOf(text) ?? (int.TryParse(text, out var minutes) ? minutes : step.Minutes);
                break;
            case Role.Number when int.TryParse(text, out _):
                break;
            case Role.Number or Role.Teacher:
                step.Teacher.Add(text);
                break;
            case Role.Students:
                step.Students.Add(text);
                break;
            default:
                step.Intent.Add(text);
                break;
        }
    }
}
