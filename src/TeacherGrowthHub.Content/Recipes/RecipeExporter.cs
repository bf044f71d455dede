using System.Text.Json;
using System.Text.Json.Nodes;
using TeacherGrowthHub.Kernel.Recipes;

namespace TeacherGrowthHub.Content.Recipes;

/// <summary>Writes what is stored as one recipe, always in the same order and spelling.</summary>
public sealed class RecipeExporter(IEnumerable<IRecipeStep> steps)
{
    /// <summary>Exports the named steps, or all.</summary>
    public async Task WriteAsync(Stream target, string name, IReadOnlyCollection<string> only, CancellationToken cancellationToken)
    {
        var list = new JsonArray();
        foreach (var step in steps.Where(step => only.Count == 0 || only.Contains(step.Name, StringComparer.OrdinalIgnoreCase)))
        {
            await foreach (var exported in step.ExportAsync(cancellationToken))
                list.Add(exported);
        }
        var recipe = new JsonObject
        {
            ["name"] = name,
            ["displayName"] = name,
            ["description"] = "",
            ["author"] = "",
            ["website"] = "",
            ["version"] = "1.0.0",
            ["issetuprecipe"] = false,
            ["categories"] = new JsonArray(),
            ["tags"] = new JsonArray(),
            ["steps"] = list,
        };
        await JsonSerializer.SerializeAsync(target, recipe, RecipeJson.Options, cancellationToken);
    }
}
