using System.Text.Json;
using System.Text.Json.Nodes;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Recipes;

namespace TeacherGrowthHub.Content.Recipes;

/// <summary>A recipe as read from its file: header, variables, steps. Comments and trailing commas are legal.</summary>
public sealed record RecipeFile(string Name, string Folder, IReadOnlyDictionary<string, string> Variables, IReadOnlyList<JsonObject> Steps)
{
    /// <summary>The step that runs other recipes.</summary>
    private const string RecipesStep = "recipes";
    private const string NoFolder = "/dev/null";

    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = 64,
        AllowDuplicateProperties = false,
    };

    /// <summary>Names of the recipes that this one runs.</summary>
    public IEnumerable<string> InnerNames => Steps.Where(step => RunsOthers(step["name"]!.ToString())).SelectMany(step => NamesIn(step));

    public static bool RunsOthers(string step) => step.Equals(RecipesStep, StringComparison.OrdinalIgnoreCase);

    /// <summary>Names in one <c>recipes</c> step.</summary>
    public static IEnumerable<string> NamesIn(JsonObject step) => step.Items<InnerRecipe>("Values").Select(inner => inner.Name);

    private sealed record InnerRecipe(string Name);

    /// <summary>Reads a file.</summary>
    /// <exception cref="RefusedException">Not JSON, or <c>steps</c> is not an array of objects with a name.</exception>
    public static async Task<RecipeFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            throw new RefusedException("找不到配方文件 {0}", path);
        await using var file = File.OpenRead(path);
        return Parse(await ParseJsonAsync(file, path, cancellationToken), Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>Reads a recipe that somebody uploaded: it has no folder, and so may name no files.</summary>
    /// <param name="name">The uploaded file's name, for messages.</param>
    /// <exception cref="RefusedException">Not JSON, or not a recipe.</exception>
    public static async Task<RecipeFile> ReadUploadAsync(Stream upload, string name, CancellationToken cancellationToken) =>
        Parse(await ParseJsonAsync(upload, name, cancellationToken), NoFolder);

    /// <summary>Reads a recipe that is already JSON.</summary>
    public static RecipeFile Parse(JsonNode? root, string folder)
    {
        if (root is not JsonObject recipe || recipe["steps"] is not JsonArray steps)
            throw new RefusedException("配方缺少 steps");
        if (steps.Any(step => step is not JsonObject || step["name"]?.GetValueKind() != JsonValueKind.String))
            throw new RefusedException("配方的每个步骤都要有 name");
        var variables = (recipe["variables"] as JsonObject)?.ToDictionary(pair => pair.Key, pair => pair.Value?.ToString() ?? "") ?? [];
        return new RecipeFile(recipe["name"]?.ToString() ?? "", folder, variables, [.. steps.Cast<JsonObject>()]);
    }

    private static async Task<JsonNode?> ParseJsonAsync(Stream file, string path, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonNode.ParseAsync(file, documentOptions: Lenient, cancellationToken: cancellationToken);
        }
        catch (JsonException exception)
        {
            throw new RefusedException("配方文件 {0} 不是有效的 JSON：{1}", Path.GetFileName(path), exception.Message);
        }
    }
}
