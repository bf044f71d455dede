using TeacherGrowthHub.Kernel.Errors;

namespace TeacherGrowthHub.Content.Recipes;

/// <summary>Files that a recipe names stay inside its folder.</summary>
public static class RecipeFolder
{
    /// <summary>The full path of an existing file below <paramref name="folder"/>.</summary>
    /// <exception cref="RefusedException">It leads outside, or there is no such file.</exception>
    public static string Resolve(string folder, string relative)
    {
        if (relative.Contains('\0'))
            throw Missing(relative);
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var full = Path.GetFullPath(Path.Combine(root, relative));
        if (!full.StartsWith(root, StringComparison.Ordinal) || !File.Exists(full) || File.ResolveLinkTarget(full, true) is not null)
            throw Missing(relative);
        return full;
    }

    private static RefusedException Missing(string relative) => new("配方引用的文件 {0} 不存在或不在配方目录内", relative);
}
