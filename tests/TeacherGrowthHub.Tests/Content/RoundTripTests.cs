using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Content.Recipes;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Recipes;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.Content;

/// <summary>Export → wipe → import → export gives the same bytes, and importing what is there changes nothing.</summary>
public sealed class RoundTripTests
{
    private const string Extra = """
        {"name":"extra","steps":[
          {"name":"media","Files":[{"TargetPath":"bilder/x.png","Base64":"iVBORw0KGgo="}]},
          {"name":"content","data":[{"ContentItemId":"01m6a6ft00zzzzzzzzzzzzzzzz","ContentType":"BlogPost","Odd":{"a":[1,2.50],"中":"文"}}]},
          {"name":"TeacherGrowthHub.Teachers","Teachers":[{"TeacherId":"01m6a6ft00yyyyyyyyyyyyyyyy","TeacherNumber":"round-trip","Name":"往返",
            "Posts":[{"PostId":"01m6a6ft00yyyyyyyyyyyyyyy0","Organization":"baoshan/longyang/yunxiu/","From":"2020-09-01"},
              {"PostId":"01m6a6ft00yyyyyyyyyyyyyyy1","Organization":"baoshan/longyang/qinghe/","From":"2024-09-01","To":"2025-01-31","IsSecondary":true}],
            "Duties":[{"DutyId":"01m6a6ft00yyyyyyyyyyyyyyy2","Kind":"ClassTeacher","From":"2025-09-01","ClassName":"七（1）班"}],
            "Stage":"J","Subject":"心理","Title":"一级教师","Certificate":"上岗证","ServiceFrom":"2010-07-01","Status":"OnLeave"}]},
          {"name":"settings","SiteName":"往返测试","LayerSettings":{"Zones":["Header"]}}]}
        """;

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_give_the_same_bytes_after_a_wipe(DatabaseProvider provider)
    {
        string first;
        await using (var site = await TestSite.StartAsync(provider))
        {
            await ImportAsync(site, Extra);
            first = await ExportAsync(site);
        }
        first.ShouldContain("01m6a6ft00zzzzzzzzzzzzzzzz");
        foreach (var field in new[] { "七（1）班", "\"IsSecondary\": true", "\"Certificate\": \"上岗证\"", "\"Status\": \"OnLeave\"" })
            first.ShouldContain(field);
        await using var wiped = await TestSite.StartAsync(provider, environment: "Development");
        var import = await ImportAsync(wiped, first);
        import.Count(RecipeOutcome.Created).ShouldBeGreaterThan(150);
        (await ExportAsync(wiped)).ShouldBe(first);

        var again = await ImportAsync(wiped, first);
        again.Count(RecipeOutcome.Created).ShouldBe(0);
        again.Count(RecipeOutcome.Updated).ShouldBe(0);
    }

    private static Task<RecipeImport> ImportAsync(TestSite site, string json) =>
        site.InScopeAsync(async services =>
        {
            using var upload = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json));
            var recipe = await RecipeFile.ReadUploadAsync(upload, "x.recipe.json", default);
            return await services.GetRequiredService<RecipeExecutor>().ImportAsync(recipe, dryRun: false);
        });

    private static Task<string> ExportAsync(TestSite site) =>
        site.InScopeAsync(async services =>
        {
            using var bytes = new MemoryStream();
            await services.GetRequiredService<RecipeExporter>().WriteAsync(bytes, "export", [], default);
            return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
        });
}
