using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Content.Recipes;
using TeacherGrowthHub.Kernel.Recipes;

namespace TeacherGrowthHub.Tests.Support;

/// <summary>Recipes in and out of a test's site.</summary>
public static class Recipes
{
    /// <summary>Imports a recipe as if it had been uploaded.</summary>
    public static Task<RecipeImport> ImportAsync(this TestSite site, string json) =>
        site.InScopeAsync(async services =>
        {
            using var upload = new MemoryStream(Encoding.UTF8.GetBytes(json));
            var recipe = await RecipeFile.ReadUploadAsync(upload, "x.recipe.json", default);
            return await services.GetRequiredService<RecipeExecutor>().ImportAsync(recipe, dryRun: false);
        });

    /// <summary>All that a recipe can carry.</summary>
    public static Task<string> ExportAsync(this TestSite site) =>
        site.InScopeAsync(async services =>
        {
            using var bytes = new MemoryStream();
            await services.GetRequiredService<RecipeExporter>().WriteAsync(bytes, "export", [], default);
            return Encoding.UTF8.GetString(bytes.ToArray());
        });
}
