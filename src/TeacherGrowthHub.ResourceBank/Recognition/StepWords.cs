using System.Text.RegularExpressions;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>What a column of a process table, or a line within a step, holds.</summary>
internal enum Role
{
    /// <summary>Not known.</summary>
    None,
    Number,
    Name,
    Minutes,
    Teacher,
    Students,
    Intent,

    /// <summary>The name where no other column is, otherwise what is done.</summary>
    Weak,
}

/// <summary>The words over columns and before lines of a step.</summary>
internal static partial class StepWords
{
    private const int MaxTitle = 14;

    /// <summary>What a column with that title holds.</summary>
    public static Role OfColumn(string title)
    {
        var word = Note().Replace(string.Concat(title.Where(character => !char.IsWhiteSpace(character))), "");
        if (word.Length is 0 or > MaxTitle)
            return Role.None;
        foreach (var role in Enum.GetValues<Role>())
        {
            if (Column().Match(word).Groups[role.ToString()].Success)
                return role;
        }
        return Role.None;
    }

    /// <summary>What a line with that word before it tells; none when it is no label.</summary>
    public static Role OfLabel(string word)
    {
        var match = Label().Match(word);
        return match.Groups["Intent"].Success ? Role.Intent
            : match.Groups["Teacher"].Success ? Role.Teacher
            : match.Groups["Students"].Success ? Role.Students
            : Role.None;
    }

    [GeneratedRegex(@"[\(（].{0,12}[\)）]$|[:：]$")]
    private static partial Regex Note();

    // The first that fits; 师生活动 is what both do, and stands with the teacher.
    [GeneratedRegex(
        @"^(?:(?<Number>序号|编号|次序|序|No\.?)|(?<Minutes>.{0,4}(?:时间|用时|时长|分钟|时间分配|时间安排|预计时间))|(?<Intent>.{0,6}(?:意图|目的|理由|意义|依据|理念)|(?:设计|意图)说明|.{0,4}目标|预期效果|为什么.{0,3}|设计思路|备注与意图)|(?<Teacher>.{0,3}师生.{0,4}|教师.{0,6}|老师.{0,4}|师|教的.{0,3}|.{0,4}内容|.{0,4}操作|指导语|引导语|具体.{0,4}|实施.{0,3}|教学实施|操作.{0,3}|活动实施|教学行为|情境.{0,3}|问题.{0,3}|主要.{0,4}|.{0,3}评价.{0,4}|做什么|怎么?做|导师.{0,3}|主持.{0,3}|领导者.{0,4}|带领者.{0,4})|(?<Students>.{0,2}学生.{0,6}|生|学的.{0,3}|学习活动|预设|预设.{0,3}|成员.{0,3}|学员.{0,3}|团体成员.{0,3})|(?<Name>.{0,4}(?:环节|阶段|板块|名称|任务)|程序|项目|主题|模块|步骤|教学步骤|活动步骤|流程|教学流程|活动流程|班会流程)|(?<Weak>.{0,4}过程|.{0,2}活动|.{0,4}(?:流程|步骤|设计|安排)))$"
    )]
    private static partial Regex Column();

    [GeneratedRegex(
        @"^(?:(?<Intent>(?:本环节|环节|活动|设计|教学|步骤|阶段|本活动)?(?:意图|目的|理由)|设计(?:说明|依据|思路|理念)|(?:活动|环节|阶段)?目标|意图说明)|(?<Teacher>(?:教师|老师)(?:活动|行为|引导|操作)?|教的活动|师\s?[0-9A-Z]?|T[0-9]?|领导者|带领者)|(?<Students>(?:学生|同学)(?:活动|行为|表现|反应|参与|任务)?|学的活动|生\s?[0-9]{0,2}[A-Z甲乙丙丁]?|S[0-9]?|学生预设|预设|成员))$"
    )]
    private static partial Regex Label();
}
