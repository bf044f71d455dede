using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Content.Recipes;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Recipes;
using TeacherGrowthHub.ResourceBank.Services;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.Content;

/// <summary>A work of a recipe names codes of the taxonomies, as a choice in the form does.</summary>
public sealed class WorkCodesTests
{
    private const string Good = "01m6a6ft00badc0dec0dec0de0";
    private const string Bad = "01m6a6ft00badc0dec0dec0de1";

    private static readonly Dictionary<string, (string Type, string Part, string More)> Wrong = new()
    {
        ["stage"] = ("Lesson", """{"Stages":{"Values":["J","Z9"]}}""", ""),
        ["grade"] = ("Lesson", """{"Grades":{"Values":["7","Z9"]}}""", ""),
        ["area"] = ("Lesson", """{"Areas":{"Values":["D","Z9"]}}""", ""),
        ["topic"] = ("Lesson", """{"Topics":{"Values":["Z9"]}}""", ""),
        ["form"] = ("Lesson", """{"Form":{"Text":"Z9"}}""", ""),
        ["licence"] = ("Lesson", """{"License":{"Text":"Z9"}}""", ""),
        ["kind of a step"] = ("Lesson", "{}", Steps("Z9")),
        ["form of a paper"] = ("Paper", """{"Form":{"Text":"lecture"}}""", ""),
        ["steps of a paper"] = ("Paper", "{}", Steps("LessonStep")),
    };

    public static TheoryData<DatabaseProvider, string> Cases
    {
        get
        {
            var all = new TheoryData<DatabaseProvider, string>();
            foreach (var what in Wrong.Keys)
            {
                all.Add(DatabaseProvider.Sqlite, what);
                all.Add(DatabaseProvider.Postgres, what);
            }
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Should_name_the_item_and_its_code_and_import_nothing(DatabaseProvider provider, string what)
    {
        var site = await TestSite.OnAsync(provider);
        var (type, part, more) = Wrong[what];
        var refusal = await Should.ThrowAsync<RefusedException>(() =>
            ImportAsync(site, Item(Good, "Lesson", "{}"), Item(Bad, type, part, more))
        );
        refusal.Message.ShouldContain(Bad);
        if (type == "Lesson")
            refusal.Message.ShouldContain("Z9");
        (await site.InScopeAsync(services => services.GetRequiredService<WorkLoader>().FindAsync(Good))).ShouldBeNull();
    }

    [Fact]
    public async Task Should_take_the_codes_that_the_taxonomies_have()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        const string part =
            """{"Stages":{"Values":["J"]},"Grades":{"Values":["7"]},"Areas":{"Values":["D"]},"Topics":{"Values":["exam"]},"Form":{"Text":"lecture"},"License":{"Text":"CC-BY-NC-SA-4.0"}}""";
        var report = await ImportAsync(site, dryRun: true, Item(Good, "Lesson", part, Steps("LessonStep")));
        report.Count(RecipeOutcome.Created).ShouldBe(1);
        report.Count(RecipeOutcome.Unknown).ShouldBe(0);
    }

    [Fact]
    public async Task Should_report_a_section_that_the_kind_does_not_have()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        var report = await ImportAsync(site, dryRun: true, Item(Good, "Lesson", "{}", """, "Lesson":{"ideaz":{"Text":"x"}}"""));
        report.Lines.Where(line => line.Outcome == RecipeOutcome.Unknown).ShouldHaveSingleItem().Note.ShouldBe("Lesson.ideaz");
    }

    private static string Steps(string type) => $$""", "Steps":{"ContentItems":[{"ContentType":"{{type}}","LessonStep":{"Name":"x"} }]}""";

    private static string Item(string id, string type, string part, string more = "") =>
        $$"""
            {"ContentItemId":"{{id}}","ContentItemVersionId":"{{id}}","ContentType":"{{type}}","DisplayText":"代码",
            "CreatedUtc":"2026-01-01T00:00:00Z","PublishedUtc":"2026-01-01T00:00:00Z","ResourcePart":{{part}}{{more}}}
            """;

    private static Task<RecipeImport> ImportAsync(TestSite site, params string[] items) => ImportAsync(site, dryRun: false, items);

    private static Task<RecipeImport> ImportAsync(TestSite site, bool dryRun, params string[] items) =>
        site.InScopeAsync(async services =>
        {
            var json = $$"""{"name":"codes","steps":[{"name":"content","data":[{{string.Join(',', items)}}]}]}""";
            using var upload = new MemoryStream(Encoding.UTF8.GetBytes(json));
            var recipe = await RecipeFile.ReadUploadAsync(upload, "codes.recipe.json", default);
            return await services.GetRequiredService<RecipeExecutor>().ImportAsync(recipe, dryRun);
        });
}
