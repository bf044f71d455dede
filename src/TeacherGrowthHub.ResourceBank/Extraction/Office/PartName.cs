namespace TeacherGrowthHub.ResourceBank.Extraction.Office;

/// <summary>Names of parts as writers spell them: slashes both ways, any case, relative or not.</summary>
internal static class PartName
{
    /// <summary>The folder of a part, without a slash at its end.</summary>
    public static string FolderOf(string part) => part.Contains('/') ? part[..part.LastIndexOf('/')] : "";

    /// <summary>The part that a relationship of that folder points to.</summary>
    public static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
            return Normalize(target);
        var parts = folder.Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        foreach (var part in target.Split('/'))
        {
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("" or "." or ".."))
                parts.Add(part);
        }
        return Normalize(string.Join('/', parts));
    }

    /// <summary>The one spelling that names are compared in.</summary>
    public static string Normalize(string name) => name.Replace('\\', '/').TrimStart('/').ToLowerInvariant();
}
