using System.Globalization;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Services;

/// <summary>What was chosen in the form; a choice that nobody was offered is refused, not dropped.</summary>
internal static class WorkFormChoices
{
    private const int ShownLength = 40;

    public static IReadOnlyList<string> Chosen(this TaxonomySet terms, string taxonomy, string field, IEnumerable<string?> codes)
    {
        var chosen = codes.OfType<string>().Where(code => code.Length > 0).Distinct().ToList();
        return chosen.FirstOrDefault(code => !terms.Knows(taxonomy, code)) is { } unknown
            ? throw new RefusedException("没有“{0}”这个选项，请重新选择", PlainText.CutAt(unknown, ShownLength)) { Field = field }
            : chosen;
    }

    public static IReadOnlyList<int> ChosenGrades(this TaxonomySet terms, IEnumerable<int> grades) =>
        [
            .. terms
                .Chosen(TaxonomyNames.Grades, "grades", grades.Select(grade => grade.ToString(CultureInfo.InvariantCulture)))
                .Select(grade => int.Parse(grade, CultureInfo.InvariantCulture))
                .Order(),
        ];

    public static Dictionary<string, string> SectionsOf(WorkKind kind, Dictionary<string, string> sections)
    {
        var keys = KindProfile.Of(kind).Sections.Select(section => section.Key).ToList();
        if (sections.Keys.FirstOrDefault(key => !keys.Contains(key)) is { } unknown)
            throw new RefusedException("这类资源没有“{0}”这一部分", PlainText.CutAt(unknown, ShownLength)) { Field = "sections" };
        return keys.Select(key => (Key: key, Text: PlainText.Clean(sections.GetValueOrDefault(key))))
            .Where(section => section.Text.Length > 0)
            .ToDictionary(section => section.Key, section => section.Text);
    }
}
