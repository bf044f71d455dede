using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Services;

/// <summary>A version as it is read: on its page, in a preview, beside a review.</summary>
/// <param name="Work">The work.</param>
/// <param name="Version">The version shown.</param>
/// <param name="Terms">The taxonomies, for labels.</param>
/// <param name="FileTexts">What was read from its files, by blob key.</param>
public sealed record WorkView(Work Work, WorkVersion Version, TaxonomySet Terms, IReadOnlyDictionary<string, FileText> FileTexts)
{
    public KindProfile Profile => KindProfile.Of(Work.Kind);
    public WorkContent Content => Version.Content;

    /// <summary>The character on its cover.</summary>
    public string CoverCharacter => Terms.CoverCharacter(Content.Topics, Content.Areas);

    /// <summary>Stage labels; grade labels too, except with cases, which never show a grade (domain 9.3).</summary>
    public string StageText =>
        string.Join(
            ' ',
            Work.Kind == WorkKind.Case || Content.Grades.Count == 0
                ? Content.Stages.Select(code => Terms.Label(TaxonomyNames.Stages, code))
                : Content.Grades.Select(grade => Terms.Label(TaxonomyNames.Grades, grade.ToString()))
        );

    /// <summary>Labels of areas and cross-topics.</summary>
    public IEnumerable<string> TopicLabels =>
        Content
            .Areas.Select(code => Terms.Label(TaxonomyNames.Areas, code))
            .Concat(Content.Topics.Select(code => Terms.Label(TaxonomyNames.Topics, code)));

    /// <summary>The school as it may be shown; cases keep it to themselves.</summary>
    public string School => Work.Kind == WorkKind.Case ? "" : Work.School;

    public string Authors => string.Join("\u3001", Content.Authors);

    /// <summary>Filled parts in reading order; the three kinds of goals are shown together by the page.</summary>
    public IEnumerable<SectionDefinition> Parts => Profile.Sections.Where(section => Content.Section(section.Key).Length > 0);

    public int TotalMinutes => Content.Steps.Sum(step => step.Minutes ?? 0);
    public long FilesLength => Version.Files.Sum(file => file.Length);
}
