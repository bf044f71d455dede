using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Services;

/// <summary>The fields of the form as they are posted, by the page or by the script that saves drafts.</summary>
public sealed class WorkForm
{
    private static readonly char[] ListSeparators = ['\u3001', ',', '\uff0c', ';', '\uff1b', '\n'];

    public string Title { get; set; } = "";
    public string Summary { get; set; } = "";
    public string Form { get; set; } = "";
    public List<string> Stages { get; set; } = [];
    public List<int> Grades { get; set; } = [];
    public List<string> Areas { get; set; } = [];
    public List<string> Topics { get; set; } = [];
    public string Keywords { get; set; } = "";
    public string Authors { get; set; } = "";
    public int? Periods { get; set; }
    public int? Minutes { get; set; }
    public string License { get; set; } = "";
    public bool RightsStated { get; set; }
    public bool ConsentStated { get; set; }
    public Dictionary<string, string> Sections { get; set; } = [];
    public List<StepForm> Steps { get; set; } = [];

    /// <summary>One row of the lesson's process.</summary>
    public sealed class StepForm
    {
        public string Name { get; set; } = "";
        public int? Minutes { get; set; }
        public string Teacher { get; set; } = "";
        public string Students { get; set; } = "";
        public string Intent { get; set; } = "";
    }

    /// <summary>The form filled from stored content.</summary>
    public static WorkForm From(WorkContent content) =>
        new()
        {
            Title = content.Title,
            Summary = content.Summary,
            Form = content.Form,
            Stages = [.. content.Stages],
            Grades = [.. content.Grades],
            Areas = [.. content.Areas],
            Topics = [.. content.Topics],
            Keywords = string.Join('\u3001', content.Keywords),
            Authors = string.Join('\u3001', content.Authors),
            Periods = content.Periods,
            Minutes = content.Minutes,
            License = content.License,
            RightsStated = content.RightsStated,
            ConsentStated = content.ConsentStated,
            Sections = new(content.Sections),
            Steps =
            [
                .. content.Steps.Select(step => new StepForm
                {
                    Name = step.Name,
                    Minutes = step.Minutes,
                    Teacher = step.Teacher,
                    Students = step.Students,
                    Intent = step.Intent,
                }),
            ],
        };

    /// <summary>The content that the form holds. Codes that no taxonomy knows and parts that the kind does not have are left out.</summary>
    public WorkContent ToContent(WorkKind kind, TaxonomySet terms, WorkContent before) =>
        before with
        {
            Title = OneLine(Title),
            Summary = Clean(Summary),
            Form = kind == WorkKind.Lesson && terms.Knows(TaxonomyNames.Forms, Form) ? Form : "",
            Stages = [.. Stages.Where(code => terms.Knows(TaxonomyNames.Stages, code)).Distinct()],
            Grades = [.. Grades.Where(grade => kind != WorkKind.Case && grade is >= 1 and <= 12).Distinct().Order()],
            Areas = [.. Areas.Where(code => terms.Knows(TaxonomyNames.Areas, code)).Distinct()],
            Topics = [.. Topics.Where(code => terms.Knows(TaxonomyNames.Topics, code)).Distinct()],
            Keywords = Split(Keywords),
            Authors = Split(Authors),
            Periods = Periods,
            Minutes = Minutes,
            License = terms.Knows(TaxonomyNames.Licenses, License) ? License : before.License,
            RightsStated = RightsStated,
            ConsentStated = kind == WorkKind.Case && ConsentStated,
            Sections = KindProfile
                .Of(kind)
                .Sections.Select(section => (section.Key, Text: Clean(Sections.GetValueOrDefault(section.Key, ""))))
                .Where(section => section.Text.Length > 0)
                .ToDictionary(section => section.Key, section => section.Text),
            Steps = kind == WorkKind.Lesson ? [.. Steps.Select(ToStep).Where(step => !step.IsEmpty)] : [],
            ToCheck = [],
        };

    private static LessonStep ToStep(StepForm step) =>
        new()
        {
            Name = OneLine(step.Name),
            Minutes = step.Minutes,
            Teacher = Clean(step.Teacher),
            Students = Clean(step.Students),
            Intent = Clean(step.Intent),
        };

    private static IReadOnlyList<string> Split(string? text) =>
        [
            .. (text ?? "")
                .Split(ListSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(OneLine)
                .Distinct(),
        ];

    private static string OneLine(string? text) => Clean(text).ReplaceLineEndings(" ");

    private static string Clean(string? text) =>
        string.Concat((text ?? "").ReplaceLineEndings("\n").Where(character => character is '\n' or '\t' || !char.IsControl(character)))
            .Trim();
}
