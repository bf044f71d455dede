using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Services;

/// <summary>The fields of the form as they are posted, by the page, by the script that saves drafts or by a program, which may post nulls.</summary>
public sealed class WorkForm
{
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

    /// <summary>What the picture on the cover shows; null leaves it as it is.</summary>
    public string? CoverText { get; set; }
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
            CoverText = content.Cover?.Text ?? "",
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
    /// <exception cref="Kernel.Errors.RefusedException">A code that no taxonomy knows, or a part that the kind does not have.</exception>
    public WorkContent ToContent(WorkKind kind, TaxonomySet terms, WorkContent before) =>
        before with
        {
            Title = PlainText.OneLine(Title),
            Summary = PlainText.Clean(Summary),
            Form = kind == WorkKind.Lesson ? terms.Chosen(TaxonomyNames.Forms, "form", [Form]).FirstOrDefault("") : "",
            Stages = terms.Chosen(TaxonomyNames.Stages, "stages", Stages),
            Grades = kind == WorkKind.Case ? [] : terms.ChosenGrades(Grades),
            Areas = terms.Chosen(TaxonomyNames.Areas, "areas", Areas),
            Topics = terms.Chosen(TaxonomyNames.Topics, "topics", Topics),
            Cover = before.Cover is { } cover ? cover with { Text = CoverText is null ? cover.Text : PlainText.OneLine(CoverText) } : null,
            Keywords = Split(Keywords),
            Authors = Split(Authors),
            Periods = Periods,
            Minutes = Minutes,
            License = terms.Chosen(TaxonomyNames.Licenses, "license", [License]).FirstOrDefault(before.License),
            RightsStated = RightsStated,
            ConsentStated = kind == WorkKind.Case && ConsentStated,
            Sections = WorkFormChoices.SectionsOf(kind, Sections),
            Steps = kind == WorkKind.Lesson ? [.. Steps.OfType<StepForm>().Select(ToStep).Where(step => !step.IsEmpty)] : [],
            ToCheck = [],
        };

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
