using System.Text.RegularExpressions;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>学段 and 年级 as teachers write them.</summary>
internal static partial class GradeWords
{
    private const string Numbers = "一二三四五六七八九";

    /// <summary>Codes of stages and grades 1–12 that a text names.</summary>
    public static (IReadOnlyList<string> Stages, IReadOnlyList<int> Grades) Read(string text)
    {
        var grades = new SortedSet<int>();
        foreach (Match match in Range().Matches(text))
        {
            var (from, to) = (Number(match.Groups["from"].Value), Number(match.Groups["to"].Value));
            for (var grade = from; from > 0 && grade <= to; grade++)
                grades.Add(grade);
        }
        foreach (Match match in SchoolRange().Matches(text))
        {
            var from = SchoolGradeOf(match.Groups["school"].Value, match.Groups["from"].Value);
            var to = SchoolGradeOf(
                match.Groups["until"].Success ? match.Groups["until"].Value : match.Groups["school"].Value,
                match.Groups["to"].Value
            );
            for (var grade = from; grade <= to; grade++)
                grades.Add(grade);
        }
        foreach (Match match in Grade().Matches(text))
            grades.Add(Number(match.Groups["number"].Value));
        foreach (Match match in SchoolGrade().Matches(text))
            grades.Add(SchoolGradeOf(match.Groups["school"].Value, match.Groups["number"].Value));
        grades.RemoveWhere(grade => grade is < 1 or > 12);
        var stages = grades.Select(StageOf).ToHashSet();
        foreach (
            var (word, codes) in new[]
            {
                ("低段", "P1"),
                ("低年级", "P1"),
                ("中段", "P2"),
                ("中年级", "P2"),
                ("高段", "P3"),
                ("高年级", "P3"),
                ("初中", "J"),
                ("高中", "S"),
            }
        )
        {
            if (text.Contains(word, StringComparison.Ordinal))
                stages.Add(codes);
        }
        return ([.. stages.Order(StringComparer.Ordinal)], [.. grades]);
    }

    /// <summary>Whether a text says more than stages, grades and classes.</summary>
    public static bool SaysMore(string text) =>
        Other().Replace(SchoolGrade().Replace(Grade().Replace(Range().Replace(text, ""), ""), ""), "").Length > 0;

    private static int SchoolGradeOf(string school, string number) => Number(number) + (school == "初" ? 6 : 9);

    private static string StageOf(int grade) =>
        grade switch
        {
            <= 2 => "P1",
            <= 4 => "P2",
            <= 6 => "P3",
            <= 9 => "J",
            _ => "S",
        };

    private static int Number(string text) =>
        int.TryParse(text, out var number) ? number : Numbers.IndexOf(text, StringComparison.Ordinal) + 1;

    [GeneratedRegex(
        @"(?<from>[一二三四五六七八九]|[1-9])\s{0,4}(?:年级)?\s{0,4}[-—~～至到、]\s{0,4}(?<to>[一二三四五六七八九]|[1-9])\s{0,4}年级"
    )]
    private static partial Regex Range();

    [GeneratedRegex(
        @"(?<![初高]中?)(?<number>[一二三四五六七八九]|1[0-2]|[1-9])\s{0,4}(?:年级|[\(（]\s{0,4}[0-9一二三四五六七八九十]{1,2}\s{0,4}[\)）]\s{0,4}班)"
    )]
    private static partial Regex Grade();

    [GeneratedRegex(
        @"(?<school>[初高])中?(?<from>[一二三])(?:年级)?\s{0,4}[-—~～至到]\s{0,4}(?:(?<until>[初高])中?)?(?<to>[一二三])(?![、])"
    )]
    private static partial Regex SchoolRange();

    [GeneratedRegex(@"(?<school>[初高])(?:中)?(?<number>[一二三123])(?![天月])")]
    private static partial Regex SchoolGrade();

    [GeneratedRegex(@"小学|初中|高中|中学|[低中高]年级|[低中高]段|学生|全体|各?班级?|第?[0-9一二三四五六七八九十]+|[^\p{L}]")]
    private static partial Regex Other();
}
