using System.Globalization;
using System.Text.Json.Nodes;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Recipes;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Recipes;

/// <summary>Reads a work in Orchard's shape.</summary>
internal static class WorkItemReader
{
    public static WorkItem Read(JsonObject item, KindProfile profile)
    {
        if (item[WorkItem.Part] is null)
            throw new RefusedException("内容条目 {0} 缺少 {1}", IdOf(item), WorkItem.Part);
        var part = item.Part(WorkItem.Part);
        var versionId = item.Text("ContentItemVersionId");
        if (!HubId.IsValid(versionId))
            throw new RefusedException("内容条目 {0} 缺少版本编号", IdOf(item));
        return new WorkItem(
            IdOf(item),
            versionId,
            ReadContent(item, part, profile),
            part.Part("School").Text("Text"),
            part.Part("Organization").Text("Text"),
            part.Part("IsSample").Flag("Value"),
            Date(item, "CreatedUtc"),
            Date(item, "PublishedUtc")
        );
    }

    private static WorkContent ReadContent(JsonObject item, JsonObject part, KindProfile profile)
    {
        var title = item.Part("TitlePart").Text("Title");
        var fields = item.Part(profile.ContentType);
        return new WorkContent
        {
            Title = title.Length > 0 ? title : item.Text("DisplayText"),
            Summary = part.Part("Summary").Text("Text"),
            Form = part.Part("Form").Text("Text"),
            Stages = part.Part("Stages").Texts("Values"),
            Grades = [.. part.Part("Grades").Texts("Values").Select(grade => ReadGrade(item, grade))],
            Areas = part.Part("Areas").Texts("Values"),
            Topics = part.Part("Topics").Texts("Values"),
            Keywords = part.Part("Keywords").Texts("Values"),
            Authors = part.Part("Authors").Texts("Values"),
            Periods = part.Part("Periods").Number("Value"),
            Minutes = part.Part("Minutes").Number("Value"),
            License = part.Part("License").Text("Text"),
            RightsStated = true,
            ConsentStated = profile.Kind == WorkKind.Case,
            Sections = profile
                .Sections.Select(s => (s.Key, Text: fields.Part(s.Key).Text("Text")))
                .Where(s => s.Text.Length > 0)
                .ToDictionary(s => s.Key, s => s.Text),
            Steps = [.. item.Part(WorkItem.StepsBag).Objects("ContentItems").Select(step => ReadStep(item, step, profile.Kind))],
        };
    }

    private static int ReadGrade(JsonObject item, string grade) =>
        int.TryParse(grade, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 12
            ? number
            : throw new RefusedException("内容条目 {0} 的年级“{1}”不对", IdOf(item), grade);

    private static LessonStep ReadStep(JsonObject item, JsonObject step, WorkKind kind)
    {
        WorkItemCodes.CheckStep(IdOf(item), step.Text("ContentType"), kind);
        var fields = step.Read<WorkItem.StepFields>(WorkItem.StepType);
        return new LessonStep
        {
            Name = fields.Name,
            Minutes = fields.Minutes,
            Teacher = fields.Teacher,
            Students = fields.Students,
            Intent = fields.Intent,
        };
    }

    private static string IdOf(JsonObject item) => item.Text("ContentItemId");

    private static DateTime Date(JsonObject item, string key) =>
        DateTime.TryParse(
            item.Text(key),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal,
            out var date
        )
            ? date
            : throw new RefusedException("内容条目 {0} 的 {1} 不是日期", IdOf(item), key);
}
