using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Errors;

namespace TeacherGrowthHub.Kernel.Recipes;

/// <summary>How steps read and write their JSON: any casing in, Orchard's casing out, Chinese unescaped, nulls left out.</summary>
public static class RecipeJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNameCaseInsensitive = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    /// <summary>The objects of an array property of a step.</summary>
    /// <exception cref="RefusedException">The property is missing or not of that shape.</exception>
    public static IReadOnlyList<T> Items<T>(this JsonObject step, string property)
    {
        var node = step.FirstOrDefault(pair => pair.Key.Equals(property, StringComparison.OrdinalIgnoreCase)).Value;
        try
        {
            var items = node?.Deserialize<List<T>>(Options) ?? throw new RefusedException("配方步骤 {0} 缺少 {1}", NameOf(step), property);
            // Items that are kept word for word may hold nulls of their own.
            var isEmpty = typeof(T) == typeof(JsonObject) ? items.Contains(default!) : HoldsNothing(node);
            return isEmpty ? throw new RefusedException("配方步骤 {0} 的 {1} 里有空项", NameOf(step), property) : items;
        }
        catch (JsonException exception)
        {
            throw new RefusedException("配方步骤 {0} 的 {1} 格式不对：{2}", NameOf(step), property, exception.Message);
        }
    }

    /// <summary>The same, each with an id of its own.</summary>
    public static IReadOnlyList<T> Items<T>(this JsonObject step, string property, Func<T, string> id)
    {
        var items = step.Items<T>(property);
        return items.CountBy(id).FirstOrDefault(group => group.Value > 1) is { Key: { } twice }
            ? throw new RefusedException("配方步骤 {0} 里编号 {1} 出现了两次", NameOf(step), twice)
            : items;
    }

    /// <summary>A step with one array property.</summary>
    public static JsonObject Step<T>(string name, string property, IEnumerable<T> items) =>
        new() { ["name"] = name, [property] = JsonSerializer.SerializeToNode(items, Options) };

    private static string NameOf(JsonObject step) => step["name"]?.ToString() ?? "";

    private static bool HoldsNothing(JsonNode? node) =>
        node switch
        {
            JsonArray items => items.Any(item => item is null || HoldsNothing(item)),
            JsonObject fields => fields.Any(field => HoldsNothing(field.Value)),
            _ => false,
        };

    /// <summary>Reports what the tracked changes are about to do to one thing. Called before they are saved.</summary>
    public static void ReportChange(this RecipeImport import, DbContext database, string step, string subject)
    {
        database.ChangeTracker.DetectChanges();
        var states = database.ChangeTracker.Entries().Select(entry => entry.State).ToHashSet();
        var outcome =
            states.Contains(EntityState.Added) && !states.Contains(EntityState.Modified) ? RecipeOutcome.Created
            : states.Overlaps([EntityState.Added, EntityState.Modified, EntityState.Deleted]) ? RecipeOutcome.Updated
            : RecipeOutcome.Unchanged;
        import.Report(outcome, step, subject);
    }
}
