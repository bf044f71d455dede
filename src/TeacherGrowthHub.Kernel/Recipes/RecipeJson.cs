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
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The objects of an array property of a step.</summary>
    /// <exception cref="RefusedException">The property is missing or not of that shape.</exception>
    public static IReadOnlyList<T> Items<T>(this JsonObject step, string property)
    {
        var node = step.FirstOrDefault(pair => pair.Key.Equals(property, StringComparison.OrdinalIgnoreCase)).Value;
        try
        {
            return node?.Deserialize<List<T>>(Options)
                ?? throw new RefusedException("配方步骤 {0} 缺少 {1}", step["name"]?.ToString() ?? "", property);
        }
        catch (JsonException exception)
        {
            throw new RefusedException("配方步骤 {0} 的 {1} 格式不对：{2}", step["name"]?.ToString() ?? "", property, exception.Message);
        }
    }

    /// <summary>A step with one array property.</summary>
    public static JsonObject Step<T>(string name, string property, IEnumerable<T> items) =>
        new() { ["name"] = name, [property] = JsonSerializer.SerializeToNode(items, Options) };

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
