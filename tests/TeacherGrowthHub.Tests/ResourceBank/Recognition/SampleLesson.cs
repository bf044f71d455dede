using System.Text.RegularExpressions;

namespace TeacherGrowthHub.Tests.ResourceBank.Recognition;

/// <summary>A lesson plan of the test data: facts, document and expected fields, divided by lines of three dashes.</summary>
internal sealed record SampleLesson(string Name, string Layout, bool IsPdf, IReadOnlyList<string> Lines, IReadOnlyList<string> Expected)
{
    private const string Folder = ".Recognition.Samples.";

    public static IReadOnlyList<SampleLesson> All { get; } =
    [
        .. typeof(SampleLesson)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.Contains(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Load),
    ];

    /// <summary>Words that only name a field, before or behind the text: they are kept as the field.</summary>
    public static Regex Labels()
    {
        var words = Text(typeof(SampleLesson).Namespace + ".labels.txt").Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var any = $"(?:{string.Join('|', words.OrderBy(word => word.Any(char.IsAscii)).ThenByDescending(word => word.Length))})+";
        return new Regex($"^{any}|{any}$");
    }

    private static string Text(string resource)
    {
        using var reader = new StreamReader(typeof(SampleLesson).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static SampleLesson Load(string resource)
    {
        var parts = Text(resource).Split("\n---\n");
        var layout = parts[0].Split("\n")[0].Trim();
        var name = resource[(resource.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..];
        return new SampleLesson(
            name,
            layout,
            layout.StartsWith("pdf", StringComparison.Ordinal),
            parts[1].Split('\n'),
            parts[2].Split('\n', StringSplitOptions.RemoveEmptyEntries)
        );
    }
}
