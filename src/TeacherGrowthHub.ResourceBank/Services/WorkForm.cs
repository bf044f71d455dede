using System.Globalization;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Services;

/// <summary>The fields of the form as they are posted, by the page, by the script that saves drafts or by a program, which may post nulls.</summary>
public sealed class WorkForm
{
    private const int ShownLength = 40;
    private static readonly char[] ListSeparators = ['\u3001', ',', '\uff0c', ';', '\uff1b', '\n'];

    public string Title { get; set; } = "";
    public string Summary { get; set; } = "";
    public string Form { get; set; } = "";
    public List<string> Stages
    {
        get;
        set => field = value ?? [];
    } = [];
    public List<int> Grades
    {
        get;
        set => field = value ?? [];
    } = [];
    public List<string> Areas
    {
        get;
        set => field = value ?? [];
    } = [];
    public List<string> Topics
    {
        get;
        set => field = value ?? [];
    } = [];
    public string Keywords { get; set; } = "";
    public string Authors { get; set; } = "";
    public int? Periods { get; set; }
    public int? Minutes { get; set; }
    public string License { get; set; } = "";
    public bool RightsStated { get; set; }
    public bool ConsentStated { get; set; }
    public Dictionary<string, string> Sections
    {
        get;
        set => field = value ?? [];
    } = [];
    public List<StepForm> Steps
    {
        get;
        set => field = value ?? [];
    } = [];

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

    /// <summary>The content that the form holds; fields that the kind does not have are left out.</summary>
    /// <exception cref="RefusedException">A code that no taxonomy knows, or a part that the kind does not have.</exception>
    public WorkContent ToContent(WorkKind kind, TaxonomySet terms, WorkContent before) =>
        before with
        {
            Title = PlainText.OneLine(Title),
            Summary = PlainText.Clean(Summary),
            Form = kind == WorkKind.Lesson ? Known(terms, TaxonomyNames.Forms, "form", [Form]).FirstOrDefault("") : "",
            Stages = Known(terms, TaxonomyNames.Stages, "stages", Stages),
            Grades = kind == WorkKind.Case ? [] : KnownGrades(terms),
            Areas = Known(terms, TaxonomyNames.Areas, "areas", Areas),
            Topics = Known(terms, TaxonomyNames.Topics, "topics", Topics),
            Keywords = Split(Keywords),
            Authors = Split(Authors),
            Periods = Periods,
            Minutes = Minutes,
            License = Known(terms, TaxonomyNames.Licenses, "license", [License]).FirstOrDefault(before.License),
            RightsStated = RightsStated,
            ConsentStated = kind == WorkKind.Case && ConsentStated,
            Sections = KnownSections(kind),
            Steps = kind == WorkKind.Lesson ? [.. Steps.OfType<StepForm>().Select(ToStep).Where(step => !step.IsEmpty)] : [],
            ToCheck = [],
        };

    private static IReadOnlyList<string> Known(TaxonomySet terms, string taxonomy, string field, IEnumerable<string?> codes)
    {
        var chosen = codes.OfType<string>().Where(code => code.Length > 0).Distinct().ToList();
        return chosen.FirstOrDefault(code => !terms.Knows(taxonomy, code)) is { } unknown
            ? throw new RefusedException("没有“{0}”这个选项，请重新选择", PlainText.CutAt(unknown, ShownLength)) { Field = field }
            : chosen;
    }

    private IReadOnlyList<int> KnownGrades(TaxonomySet terms) =>
        [
            .. Known(terms, TaxonomyNames.Grades, "grades", Grades.Select(grade => grade.ToString(CultureInfo.InvariantCulture)))
                .Select(grade => int.Parse(grade, CultureInfo.InvariantCulture))
                .Order(),
        ];

    private Dictionary<string, string> KnownSections(WorkKind kind)
    {
        var keys = KindProfile.Of(kind).Sections.Select(section => section.Key).ToList();
        if (Sections.Keys.FirstOrDefault(key => !keys.Contains(key)) is { } unknown)
            throw new RefusedException("这类资源没有“{0}”这一部分", PlainText.CutAt(unknown, ShownLength)) { Field = "sections" };
        return keys.Select(key => (key, Text: PlainText.Clean(Sections.GetValueOrDefault(key))))
            .Where(section => section.Text.Length > 0)
            .ToDictionary(section => section.key, section => section.Text);
    }

    private static LessonStep ToStep(StepForm step) =>
        new()
        {
            Name = PlainText.OneLine(step.Name),
            Minutes = step.Minutes,
            Teacher = PlainText.Clean(step.Teacher),
            Students = PlainText.Clean(step.Students),
            Intent = PlainText.Clean(step.Intent),
        };

    private static IReadOnlyList<string> Split(string? text) =>
        [
            .. (text ?? "")
                .Split(ListSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(PlainText.OneLine)
                .Distinct(),
        ];
}
