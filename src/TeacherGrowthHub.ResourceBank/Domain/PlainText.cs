using System.Text;
using System.Xml;

namespace TeacherGrowthHub.ResourceBank.Domain;

/// <summary>Texts as they may be stored, shown and written into Office files.</summary>
public static class PlainText
{
    /// <summary>One kind of line end, no control characters, nothing that XML cannot carry.</summary>
    public static string Clean(string? text) => Printable((text ?? "").ReplaceLineEndings("\n")).Trim();

    /// <summary>The text without what XML cannot carry.</summary>
    public static string Printable(string text) => string.Concat(text.EnumerateRunes().Where(IsKept).Select(rune => rune.ToString()));

    public static string OneLine(string? text) => Clean(text).ReplaceLineEndings(" ");

    /// <summary>The beginning, never through the middle of a surrogate pair.</summary>
    public static string CutAt(string text, int length) =>
        text.Length <= length ? text
        : char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)]
        : text[..length];

    private static bool IsKept(Rune rune) =>
        rune.Value is '\n' or '\t' || (!Rune.IsControl(rune) && (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)));
}
