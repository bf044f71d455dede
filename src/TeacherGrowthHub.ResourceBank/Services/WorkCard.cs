using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Services;

/// <summary>
/// What a card or a row shows of a published work. It travels with the search index, so that lists need no look into the
/// database. A case tells neither school nor grade (domain 9.3).
/// </summary>
public sealed record WorkCard(
    string Id,
    WorkKind Kind,
    string Title,
    string Summary,
    IReadOnlyList<string> Authors,
    string School,
    IReadOnlyList<string> Stages,
    IReadOnlyList<int> Grades,
    IReadOnlyList<string> Areas,
    IReadOnlyList<string> Topics,
    int? Minutes,
    bool IsSample,
    DateTime PublishedAt,
    int Downloads,
    WorkCover? Cover = null
)
{
    [JsonIgnore]
    public KindProfile Profile => KindProfile.Of(Kind);

    [JsonIgnore]
    public bool IsCase => Kind == WorkKind.Case;

    public static WorkCard Of(Work work)
    {
        var content = work.Published!.Content;
        var isCase = work.Kind == WorkKind.Case;
        return new WorkCard(
            work.Id,
            work.Kind,
            content.Title,
            content.Summary,
            content.Authors,
            isCase ? "" : work.School,
            content.Stages,
            isCase ? [] : content.Grades,
            content.Areas,
            content.Topics,
            content.Minutes,
            work.IsSample,
            work.PublishedAt!.Value,
            work.Downloads,
            content.Cover
        );
    }

    public string ToJson() => JsonSerializer.Serialize(this, WorkCardJson.Readable.WorkCard);

    /// <summary>The card of a hit. The engine hands out the same string while it keeps a row, and so the same card is read once.</summary>
    public static WorkCard FromJson(string json) =>
        Parsed.GetValue(json, text => JsonSerializer.Deserialize(text, WorkCardJson.Readable.WorkCard)!);

    private static readonly ConditionalWeakTable<string, WorkCard> Parsed = [];
}

[JsonSerializable(typeof(WorkCard))]
internal sealed partial class WorkCardJson : JsonSerializerContext
{
    // Chinese as it is: half the size of escapes, and quicker.
    public static readonly WorkCardJson Readable = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
