using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
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
    public const string StepType = "LessonStep";

    public sealed record StepFields(string Name = "", int? Minutes = null, string Teacher = "", string Students = "", string Intent = "");

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

    private static JsonNode? Field(string text) => new JsonObject { ["Text"] = text };

    private static JsonObject List(IEnumerable<string> values) =>
        new() { ["Values"] = new JsonArray([.. values.Select(value => (JsonNode)value)]) };

    private static string Stamp(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
