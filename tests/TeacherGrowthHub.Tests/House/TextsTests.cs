using System.Text.Json;
using System.Text.RegularExpressions;
using TeacherGrowthHub.ResourceBank.Extraction.Office;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.House;

/// <summary>The source text is Chinese and its own key; every one has its English, and none stands in code outside the localiser.</summary>
public sealed partial class TextsTests
{
    // Words that are data of a language, not of the interface.
    private static readonly string[] DataOfRecognition =
    [
        "/Recognition/",
        "/Privacy/",
        "/Migrations/",
        "/QueryGrams.cs",
        "/CellFormats.cs",
        "/ListNumbers.cs",
        "/Workbooks/WorkbookWords.cs",
        "/Workbooks/TypedDay.cs",
        "/Workbooks/NumberFormats.cs",
        "/Planning/ImportWords.cs",
        // A paper is Chinese, whatever language its reader chose.
        "/Certificates/Paper/PaperContent.cs",
    ];
    private static readonly string[] WordsOfForms = ["标题", "宋体", "云", "等", "第{0}版", "中文"];

    private static IEnumerable<(string Path, string Text)> Sources(params string[] extensions) =>
        new[] { "src", "themes" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(TestData.Repository, folder), "*.*", SearchOption.AllDirectories))
            .Where(path =>
                extensions.Contains(Path.GetExtension(path))
                && !path.Contains("/obj/")
                && !path.Contains("/bin/")
                && !path.Contains("/node_modules/")
            )
            .Where(path => !DataOfRecognition.Any(path.Contains))
            .Select(path => (path, File.ReadAllText(path)));

    private static HashSet<string> English =>
        [
            .. new[] { "src", "themes" }
                .SelectMany(folder =>
                    Directory.EnumerateFiles(Path.Combine(TestData.Repository, folder), "*.json", SearchOption.AllDirectories)
                )
                .Where(path =>
                    path.Contains("/Localization/en/")
                    && !path.Contains("/obj/")
                    && !path.Contains("/bin/")
                    && !path.Contains("/node_modules/")
                )
                .SelectMany(path => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path))!.Keys),
        ];

    [Fact]
    public void Should_have_the_english_of_every_chinese_text()
    {
        var english = English;
        var texts = Sources(".cs", ".cshtml")
            .SelectMany(source => TextsOf(WithoutComments(source.Text)))
            .Select(text => text.Replace("\\\"", "\"", StringComparison.Ordinal))
            .Where(text => Chinese().IsMatch(text) && !IsExempt(text))
            .Distinct()
            .ToList();
        texts.Count.ShouldBeGreaterThan(100);
        texts.Where(text => !english.Contains(text)).ShouldBeEmpty();
    }

    [Fact]
    public void Should_show_no_chinese_in_views_outside_the_localiser()
    {
        foreach (var (path, text) in Sources(".cshtml"))
        {
            var markup = Literal().Replace(Localised().Replace(RazorComment().Replace(text, ""), ""), "");
            var bare = Chinese().Matches(markup).Select(match => match.Value).Where(value => !IsExempt(value)).ToList();
            bare.ShouldBeEmpty($"{path} has text outside T[…]");
        }
    }

    // T["…"] first: inside an attribute its quotes would pair with the attribute's.
    private static IEnumerable<string> TextsOf(string text) =>
        Localised().Matches(text).Concat(Literal().Matches(Localised().Replace(text, ""))).Select(match => match.Groups["text"].Value);

    private static bool IsExempt(string text) => text.All(character => !char.IsLetter(character)) || WordsOfForms.Contains(text);

    private static string WithoutComments(string text) => Comment().Replace(text, "");

    [GeneratedRegex("\"(?<text>(?:[^\"\\\\\\r\\n]|\\\\.)*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("(?:\\bT|texts)\\[\"(?<text>(?:[^\"\\\\\\r\\n]|\\\\.)*)\"")]
    private static partial Regex Localised();

    [GeneratedRegex(@"[\u3400-\u9fff]+")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"^\s*//.*$|(?<=[;{}\s,])//[^""\r\n]*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex RazorComment();
}
