using System.Security.Cryptography;

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

    /// <summary>SHA-256 over a shipped recipe and the shipped recipes it names: another wording of any gives another value.</summary>
    public async Task<string> FingerprintAsync(string name, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await AppendAsync(name, hash, cancellationToken);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private async Task AppendAsync(string name, IncrementalHash hash, CancellationToken cancellationToken)
    {
        var path = Find(name) ?? throw new FileNotFoundException("A shipped recipe is missing", name);
        hash.AppendData(await File.ReadAllBytesAsync(path, cancellationToken));
        foreach (var inner in (await RecipeFile.ReadAsync(path, cancellationToken)).InnerNames)
            await AppendAsync(inner, hash, cancellationToken);
    }

    public IEnumerable<string> Names =>
        Directory.EnumerateFiles(_folder, "*.recipe.json").Select(path => Path.GetFileName(path)[..^".recipe.json".Length]).Order();
}
