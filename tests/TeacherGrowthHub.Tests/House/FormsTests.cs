using System.Text.RegularExpressions;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.House;

/// <summary>A form with an address of its own gets no anti-forgery token by itself, and every post without one is refused.</summary>
public sealed partial class FormsTests
{
    [Fact]
    public void Should_ask_for_the_token_wherever_a_post_form_names_its_address()
    {
        var views = new[] { "src", "themes" }
            .SelectMany(folder =>
                Directory.EnumerateFiles(Path.Combine(TestData.Repository, folder), "*.cshtml", SearchOption.AllDirectories)
            )
            .Where(path => !path.Contains("/obj/") && !path.Contains("/bin/") && !path.Contains("/node_modules/"))
            .ToList();
        views.Count.ShouldBeGreaterThan(50);
        var forms = views.SelectMany(path => Forms().Matches(File.ReadAllText(path)).Select(form => (path, form.Value))).ToList();
        forms.Count.ShouldBeGreaterThan(50);
        forms
            .Where(form =>
                form.Value.Contains("method=\"post\"")
                && form.Value.Contains(" action=\"")
                && !form.Value.Contains("asp-antiforgery=\"true\"")
            )
            .ShouldBeEmpty();
    }

    [GeneratedRegex("<form [^>]*>")]
    private static partial Regex Forms();
}
