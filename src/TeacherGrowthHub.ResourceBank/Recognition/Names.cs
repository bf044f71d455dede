using System.Text.RegularExpressions;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>Takes lists apart: keywords, and the names of authors without their schools.</summary>
internal static partial class Names
{
    private static readonly char[] Between = ['\n', ',', '\uff0c', ';', '\uff1b', '\u3001', '\u3000', ' '];

    /// <summary>The entries of a list.</summary>
    public static IReadOnlyList<string> Split(string text) =>
        text.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Whether a field of hosts names pupils by their duties.</summary>
    public static bool ArePupils(string hosts) => Duty().IsMatch(hosts);

    /// <summary>Authors, and what else their field says: 示例小学, （示例小学）.</summary>
    public static (IReadOnlyList<string> Authors, IReadOnlyList<string> Besides) Read(string text)
    {
        var notes = Note().Matches(text).Select(match => match.Value);
        var names = Split(Note().Replace(text, ""));
        var schools = names.Where(name => names.Count > 1 && School().IsMatch(name)).ToList();
        return ([.. names.Except(schools)], [.. notes, .. schools]);
    }

    [GeneratedRegex(@"班长|委员|队长|学生|同学|主席|班干部|课代表")]
    private static partial Regex Duty();

    [GeneratedRegex(@"(?:小学|中学|学校|学院|幼儿园|教研室|中心|大学)$")]
    private static partial Regex School();

    [GeneratedRegex(@"[\(（][^\)）]{0,40}[\)）]")]
    private static partial Regex Note();
}
