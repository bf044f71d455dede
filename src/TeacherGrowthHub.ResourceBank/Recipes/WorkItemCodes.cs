using System.Globalization;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Services;

namespace TeacherGrowthHub.ResourceBank.Recipes;

/// <summary>The codes that a work of a recipe names: each must stand in its taxonomy, as a choice in the form must.</summary>
internal static class WorkItemCodes
{
    private const int ShownLength = 40;

    /// <exception cref="RefusedException">The first code that no taxonomy has, with the item's id and the field.</exception>
    public static void Check(WorkItem item, WorkKind kind, TaxonomySet terms)
    {
        var content = item.Content;
        var grades = content.Grades.Select(grade => grade.ToString(CultureInfo.InvariantCulture));
        (string Field, string Taxonomy, IEnumerable<string> Codes)[] fields =
        [
            (nameof(content.Form), TaxonomyNames.Forms, Given(content.Form)),
            (nameof(content.Stages), TaxonomyNames.Stages, content.Stages),
            (nameof(content.Grades), TaxonomyNames.Grades, grades),
            (nameof(content.Areas), TaxonomyNames.Areas, content.Areas),
            (nameof(content.Topics), TaxonomyNames.Topics, content.Topics),
            (nameof(content.License), TaxonomyNames.Licenses, Given(content.License)),
        ];
        foreach (var (field, taxonomy, codes) in fields)
        {
            if (codes.FirstOrDefault(code => !terms.Knows(taxonomy, code)) is { } unknown)
                throw new RefusedException("内容条目 {0} 的 {1} 里没有“{2}”这个代码", item.Id, field, Shown(unknown));
        }
        if (kind != WorkKind.Lesson && content.Form.Length > 0)
            throw new RefusedException("内容条目 {0} 不是课例，不能有课例形式“{1}”", item.Id, Shown(content.Form));
    }

    /// <summary>A step of a lesson, and of no other kind of work.</summary>
    public static void CheckStep(string itemId, string contentType, WorkKind kind)
    {
        if (contentType.Length > 0 && contentType != WorkItem.StepType)
            throw new RefusedException("内容条目 {0} 的 {1} 里没有“{2}”这个代码", itemId, WorkItem.StepsBag, Shown(contentType));
        if (kind != WorkKind.Lesson)
            throw new RefusedException("内容条目 {0} 不是课例，不能有教学环节", itemId);
    }

    private static string[] Given(string code) => code.Length > 0 ? [code] : [];

    private static string Shown(string code) => PlainText.CutAt(code, ShownLength);
}
