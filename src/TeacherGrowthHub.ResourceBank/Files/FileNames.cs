using System.Globalization;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Files;

/// <summary>Names of files as they may be shown and sent back.</summary>
public static class FileNames
{
    private const string Fallback = "file";

    // Names of devices on Windows, where such a file could not be unpacked.
    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(number => new[] { $"COM{number}", $"LPT{number}" })],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The last part of a path, without control and direction characters and without what file systems forbid; shortened at its stem.</summary>
    public static string Clean(string name)
    {
        var last = name.Split('/', '\\')[^1];
        var kept = string.Concat(last.EnumerateRunes().Where(rune => IsPlain(rune)).Select(rune => rune.ToString())).Trim(' ', '.');
        if (kept.Length == 0)
            return Fallback;
        var extension = Path.GetExtension(kept);
        if (Devices.Contains(kept.Split('.')[0].TrimEnd()))
            kept = "_" + kept;
        return kept.Length <= WorkFile.MaxNameLength ? kept
            : extension.Length < 10 ? PlainText.CutAt(kept[..^extension.Length], WorkFile.MaxNameLength - extension.Length) + extension
            : PlainText.CutAt(kept, WorkFile.MaxNameLength);
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
}
