namespace TeacherGrowthHub.Content.Recipes;

/// <summary>The recipes that ship with the portal, by name.</summary>
public sealed class RecipeLibrary
{
    private readonly string _folder = Path.Combine(AppContext.BaseDirectory, "content-recipes");

    /// <summary>File of a shipped recipe; null when there is none of that name.</summary>
    public string? Find(string name)
    {
        var path = Path.Combine(_folder, name + ".recipe.json");
        return Path.GetFileName(name) == name && File.Exists(path) ? path : null;
    }

    public IEnumerable<string> Names =>
        Directory.EnumerateFiles(_folder, "*.recipe.json").Select(path => Path.GetFileName(path)[..^".recipe.json".Length]).Order();
}
