using System.Text;
using System.Text.RegularExpressions;
using TeacherGrowthHub.Kernel.Errors;

namespace TeacherGrowthHub.People.Domain;

/// <summary>Text as people type or paste it, made comparable: half width, single spaces, no invisible characters.</summary>
public static partial class Typed
{
    /// <summary>The cleaned text; null when nothing is left.</summary>
    public static string? Clean(string? text)
    {
        if (text is null)
            return null;
        var visible = Invisible().Replace(text.Normalize(NormalizationForm.FormKC), "");
        var clean = Spaces().Replace(visible, " ").Trim();
        return clean.Length == 0 ? null : clean;
    }

    /// <summary>The cleaned text of a field that must be filled in.</summary>
    /// <exception cref="RefusedException">Empty or too long.</exception>
    public static string Required(string? text, string field, string label, int longest) =>
        Optional(text, field, label, longest) ?? throw new RefusedException("请填写{0}", label) { Field = field };

    /// <summary>The cleaned text of a field that may stay empty.</summary>
    /// <exception cref="RefusedException">Too long.</exception>
    public static string? Optional(string? text, string field, string label, int longest)
    {
        var clean = Clean(text);
        return clean?.Length > longest ? throw new RefusedException("{0}最多 {1} 个字", label, longest) { Field = field } : clean;
    }

    [GeneratedRegex(@"[\p{Cc}\p{Cf}-[\t\r\n]]")]
    private static partial Regex Invisible();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
