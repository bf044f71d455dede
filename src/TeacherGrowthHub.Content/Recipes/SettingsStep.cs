using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Recipes;
using TeacherGrowthHub.Kernel.Settings;

namespace TeacherGrowthHub.Content.Recipes;

/// <summary>Orchard's <c>settings</c> step: <c>SiteName</c> and whole sections, each stored under its key.</summary>
public sealed class SettingsStep(HubDbContext database, SiteSettings settings) : IRecipeStep
{
    private const string SiteName = "SiteName";

    public string Name => "settings";

    public async Task ImportAsync(JsonObject step, RecipeImport import, CancellationToken cancellationToken)
    {
        foreach (var (key, value) in step.Where(pair => !pair.Key.Equals("name", StringComparison.OrdinalIgnoreCase)))
        {
            if (key.Equals(SiteName, StringComparison.OrdinalIgnoreCase))
                await SetSiteNameAsync(value!.ToString(), cancellationToken);
            else if (value is JsonObject section)
                await settings.SetAsync(key, section.ToJsonString(RecipeJson.Options), cancellationToken);
            else
            {
                import.Report(RecipeOutcome.Unknown, Name, key);
                continue;
            }
            import.ReportChange(database, Name, key);
            await database.SaveChangesAsync(cancellationToken);
        }
    }

    public async IAsyncEnumerable<JsonObject> ExportAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var step = new JsonObject { ["name"] = Name };
        foreach (var row in await database.Set<SettingsSection>().AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancellationToken))
            step[row.Name] = JsonNode.Parse(row.Value);
        if (step.Count > 1)
            yield return step;
    }

    private async Task SetSiteNameAsync(string name, CancellationToken cancellationToken)
    {
        var profile = await settings.GetAsync<SiteProfile>(cancellationToken);
        profile.SiteName = name;
        await settings.SetAsync(profile, cancellationToken);
    }
}
