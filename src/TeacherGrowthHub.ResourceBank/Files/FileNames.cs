using System.Globalization;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Files;

/// <summary>Names of files as they may be shown and sent back.</summary>
public static class FileNames
{
    private const string Fallback = "file";

    /// <summary>The last part of a path, without control and direction characters and without what file systems forbid; shortened at its stem.</summary>
    public static string Clean(string name)
    {
        var last = name.Split('/', '\\')[^1];
        var kept = string.Concat(last.EnumerateRunes().Where(rune => IsPlain(rune)).Select(rune => rune.ToString())).Trim(' ', '.');
        if (kept.Length == 0)
            return Fallback;
        var extension = Path.GetExtension(kept);
        return kept.Length <= WorkFile.MaxNameLength ? kept
            : extension.Length < 10 ? CutAt(kept[..^extension.Length], WorkFile.MaxNameLength - extension.Length) + extension
            : CutAt(kept, WorkFile.MaxNameLength);
    }

    private static bool IsPlain(System.Text.Rune rune) =>
        System.Text.Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
            )
        && !"<>:\"|?*".Contains(rune.ToString());

    // Never through the middle of a surrogate pair.
    private static string CutAt(string text, int length) => char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
}
