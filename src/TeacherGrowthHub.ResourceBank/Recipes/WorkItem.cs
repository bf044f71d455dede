using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Recipes;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Recipes;

/// <summary>
/// A work in Orchard's shape: <c>TitlePart</c>, the shared <c>ResourcePart</c>, a part named like the type with one TextField per
/// section, and a bag of steps.
/// </summary>
internal sealed record WorkItem(
    string Id,
    string VersionId,
    WorkContent Content,
    string School,
    string OrganizationPath,
    bool IsSample,
    DateTime CreatedAt,
    DateTime PublishedAt
)
{
    public const string Part = "ResourcePart";
    public const string StepsBag = "Steps";
    private const string StepType = "LessonStep";

    private sealed record StepFields(string Name, int? Minutes, string Teacher, string Students, string Intent);

    public static WorkItem Read(JsonObject item, KindProfile profile)
    {
        var part = item[Part] as JsonObject ?? throw new RefusedException("内容条目 {0} 缺少 {1}", IdOf(item), Part);
        var fields = item[profile.ContentType] as JsonObject ?? [];
        var content = new WorkContent
        {
            Title = item["TitlePart"]?["Title"]?.ToString() ?? item["DisplayText"]?.ToString() ?? "",
            Summary = Text(part, "Summary"),
            Form = Text(part, "Form"),
            Stages = Values(part, "Stages"),
            Grades = [.. Values(part, "Grades").Select(grade => int.Parse(grade, CultureInfo.InvariantCulture))],
            Areas = Values(part, "Areas"),
            Topics = Values(part, "Topics"),
            Keywords = Values(part, "Keywords"),
            Authors = Values(part, "Authors"),
            Periods = (int?)part["Periods"]?["Value"],
            Minutes = (int?)part["Minutes"]?["Value"],
            License = Text(part, "License"),
            RightsStated = true,
            ConsentStated = profile.Kind == WorkKind.Case,
            Sections = profile
                .Sections.Select(s => (s.Key, Text: Text(fields, s.Key)))
                .Where(s => s.Text.Length > 0)
                .ToDictionary(s => s.Key, s => s.Text),
            Steps = [.. (item[StepsBag]?["ContentItems"] as JsonArray ?? []).Select(step => ReadStep(step![StepType]!))],
        };
        var versionId = item["ContentItemVersionId"]?.ToString();
        return new WorkItem(
            IdOf(item),
            HubId.IsValid(versionId) ? versionId! : throw new RefusedException("内容条目 {0} 缺少版本编号", IdOf(item)),
            content,
            Text(part, "School"),
            Text(part, "Organization"),
            (bool?)part["IsSample"]?["Value"] ?? false,
            Date(item, "CreatedUtc"),
            Date(item, "PublishedUtc")
        );
    }

    /// <summary>A new work, published as the item says.</summary>
    public Work ToWork(WorkKind kind)
    {
        var work = new Work
        {
            Id = Id,
            Kind = kind,
            OrganizationPath = OrganizationPath,
            School = School,
            IsSample = IsSample,
            CreatedAt = CreatedAt,
        };
        var version = new WorkVersion
        {
            Id = VersionId,
            Number = 1,
            CreatedAt = CreatedAt,
            UpdatedAt = PublishedAt,
        };
        version.SetContent(Content);
        work.Versions.Add(version);
        work.Submit(CreatedAt);
        work.Publish(PublishedAt);
        return work;
    }

    public static JsonObject Write(Work work, KindProfile profile)
    {
        var version = work.Published!;
        var content = version.Content;
        var item = new JsonObject
        {
            ["ContentItemId"] = work.Id,
            ["ContentItemVersionId"] = version.Id,
            ["ContentType"] = profile.ContentType,
            ["DisplayText"] = content.Title,
            ["Latest"] = true,
            ["Published"] = true,
            ["ModifiedUtc"] = Stamp(version.PublishedAt!.Value),
            ["PublishedUtc"] = Stamp(version.PublishedAt!.Value),
            ["CreatedUtc"] = Stamp(work.CreatedAt),
            ["Owner"] = "",
            ["Author"] = string.Join('\u3001', content.Authors),
            ["TitlePart"] = new JsonObject { ["Title"] = content.Title },
            [Part] = WritePart(work, content),
            [profile.ContentType] = new JsonObject(
                profile
                    .Sections.Where(s => content.Section(s.Key).Length > 0)
                    .Select(s => KeyValuePair.Create(s.Key, Field(content.Section(s.Key))))
            ),
        };
        if (content.Steps.Count > 0)
            item[StepsBag] = new JsonObject { ["ContentItems"] = new JsonArray([.. content.Steps.Select(WriteStep)]) };
        return item;
    }

    /// <summary>Whether two contents say the same.</summary>
    public static bool Same(WorkContent one, WorkContent other) => JsonSerializer.Serialize(one) == JsonSerializer.Serialize(other);

    private static JsonObject WritePart(Work work, WorkContent content) =>
        new()
        {
            ["Summary"] = Field(content.Summary),
            ["Form"] = Field(content.Form),
            ["Stages"] = List(content.Stages),
            ["Grades"] = List(content.Grades.Select(grade => grade.ToString(CultureInfo.InvariantCulture))),
            ["Areas"] = List(content.Areas),
            ["Topics"] = List(content.Topics),
            ["Keywords"] = List(content.Keywords),
            ["Authors"] = List(content.Authors),
            ["Periods"] = new JsonObject { ["Value"] = content.Periods },
            ["Minutes"] = new JsonObject { ["Value"] = content.Minutes },
            ["License"] = Field(content.License),
            ["School"] = Field(work.School),
            ["Organization"] = Field(work.OrganizationPath),
            ["IsSample"] = new JsonObject { ["Value"] = work.IsSample },
        };

    private static JsonNode WriteStep(LessonStep step) =>
        new JsonObject
        {
            ["ContentType"] = StepType,
            ["DisplayText"] = step.Name,
            [StepType] = JsonSerializer.SerializeToNode(
                new StepFields(step.Name, step.Minutes, step.Teacher, step.Students, step.Intent),
                RecipeJson.Options
            ),
        };

    private static LessonStep ReadStep(JsonNode node)
    {
        var fields = node.Deserialize<StepFields>(RecipeJson.Options)!;
        return new LessonStep
        {
            Name = fields.Name,
            Minutes = fields.Minutes,
            Teacher = fields.Teacher,
            Students = fields.Students,
            Intent = fields.Intent,
        };
    }

    private static string IdOf(JsonObject item) => item["ContentItemId"]!.ToString();

    private static string Text(JsonObject part, string field) => part[field]?["Text"]?.ToString() ?? "";

    private static IReadOnlyList<string> Values(JsonObject part, string field) =>
        [.. (part[field]?["Values"] as JsonArray ?? []).Select(value => value!.ToString())];

    private static JsonNode? Field(string text) => new JsonObject { ["Text"] = text };

    private static JsonObject List(IEnumerable<string> values) =>
        new() { ["Values"] = new JsonArray([.. values.Select(value => (JsonNode)value)]) };

    private static DateTime Date(JsonObject item, string key) =>
        DateTime.TryParse(
            item[key]?.ToString(),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal,
            out var date
        )
            ? date
            : throw new RefusedException("内容条目 {0} 的 {1} 不是日期", IdOf(item), key);

    private static string Stamp(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
