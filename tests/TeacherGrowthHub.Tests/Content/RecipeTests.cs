using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Content.Recipes;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Recipes;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.Content;

public sealed class RecipeTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_change_nothing_when_imported_again(DatabaseProvider provider)
    {
        var site = await TestSite.OnAsync(provider);
        var again = await ImportAsync(site, "setup");
        again.Count(RecipeOutcome.Unchanged).ShouldBeGreaterThan(5);
        again.Count(RecipeOutcome.Created).ShouldBe(0);
        again.Count(RecipeOutcome.Updated).ShouldBe(0);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_import_all_or_nothing(DatabaseProvider provider)
    {
        var site = await TestSite.OnAsync(provider);
        var name = "Half" + Guid.NewGuid().ToString("N")[..8];
        var file = Write(
            $$$"""{"name":"x","steps":[{"name":"Roles","Roles":[{"Name":"{{{name}}}","Description":"d","Permissions":[]}]},{"name":"media","Files":[{"TargetPath":"../x.png","Base64":"AA=="}]}]}"""
        );
        await Should.ThrowAsync<RefusedException>(() => ImportAsync(site, file));
        (await RoleAsync(site, name)).ShouldBeNull();
    }

    [Fact]
    public async Task Should_write_nothing_in_a_dry_run_and_report_what_it_would_do()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        var name = "Dry" + Guid.NewGuid().ToString("N")[..8];
        var file = Write(
            $$$"""{"name":"x","steps":[{"name":"Roles","Roles":[{"Name":"{{{name}}}","Description":"d","Permissions":["No.Such"]}]},{"name":"Mystery"}]}"""
        );
        var report = await ImportAsync(site, file, dryRun: true);
        report.Count(RecipeOutcome.Created).ShouldBe(1);
        report.Lines.Where(line => line.Outcome == RecipeOutcome.Unknown).Select(line => line.Step).ShouldBe(["Roles", "Mystery"]);
        (await RoleAsync(site, name)).ShouldBeNull();
    }

    [Fact]
    public async Task Should_keep_content_items_of_unknown_types_word_for_word()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        var id = TeacherGrowthHub.Kernel.Ids.HubId.New(TimeProvider.System);
        var file = Write(
            $$$"""{"name":"x","steps":[{"name":"Content","Data":[{"ContentItemId":"{{{id}}}","ContentType":"Blog","Odd":{"a":[1,2]}}]}]}"""
        );
        (await ImportAsync(site, file)).Lines.Single().Outcome.ShouldBe(RecipeOutcome.Unknown);
        var exported = await ExportAsync(site, "content");
        exported.ShouldContain(id);
        exported.ShouldContain("\"Odd\"");
    }

    [Theory]
    [InlineData("[js: uuid()]", 26)]
    [InlineData("[js: 'a' + 'bc']", 3)]
    [InlineData("[注:第一课]", 7)]
    [InlineData("plain", 5)]
    public void Should_evaluate_the_closed_list_only(string text, int length) => Expressions().Evaluate(text).Length.ShouldBe(length);

    [Theory]
    [InlineData("[js: process.exit()]")]
    [InlineData("[js: variables('x'); evil()]")]
    [InlineData("[js: 1+1]")]
    [InlineData("[file:text('../../../etc/passwd')]")]
    public void Should_refuse_every_other_script(string text) => Should.Throw<RefusedException>(() => Expressions().Evaluate(text));

    [Fact]
    public void Should_freeze_a_variable_at_its_first_use()
    {
        var expressions = Expressions(new() { ["id"] = "[js: uuid()]" });
        expressions.Evaluate("[js: variables('id')]").ShouldBe(expressions.Evaluate("[js: variables('id')]"));
    }

    private static RecipeExpressions Expressions(Dictionary<string, string>? variables = null) =>
        new(
            new RecipeFile("x", Path.GetTempPath(), variables ?? [], []),
            new Dictionary<string, string>(),
            new ConfigurationBuilder().Build(),
            TimeProvider.System
        );

    private static Task<RecipeImport> ImportAsync(TestSite site, string recipe, bool dryRun = false) =>
        site.InScopeAsync(services => services.GetRequiredService<RecipeExecutor>().ImportAsync(recipe, dryRun));

    private static Task<string> ExportAsync(TestSite site, string step) =>
        site.InScopeAsync(async services =>
        {
            using var bytes = new MemoryStream();
            await services.GetRequiredService<RecipeExporter>().WriteAsync(bytes, "export", [step], default);
            return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
        });

    private static Task<PortalRole?> RoleAsync(TestSite site, string name) =>
        site.InScopeAsync(services =>
            services.GetRequiredService<HubDbContext>().Set<PortalRole>().AsNoTracking().SingleOrDefaultAsync(role => role.Name == name)
        );

    private static string Write(string json)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("hub-recipe-").FullName, "x.recipe.json");
        File.WriteAllText(path, json);
        return path;
    }
}
