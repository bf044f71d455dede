using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Recipes;
using TeacherGrowthHub.Kernel.Settings;

namespace TeacherGrowthHub.Content.Recipes;

/// <summary>Orchard's <c>settings</c> step: <c>SiteName</c> and whole sections, each stored under its key.</summary>
public sealed class SettingsStep(HubDbContext database, SiteSettings settings, IEnumerable<SettingsType> types) : IRecipeStep
{
    private const string SiteName = "SiteName";

    public string Name => "settings";

    public async Task ImportAsync(JsonObject step, RecipeImport import, CancellationToken cancellationToken)
    {
        foreach (var (key, value) in step.Where(pair => !pair.Key.Equals("name", StringComparison.OrdinalIgnoreCase)))
        {
            if (key.Equals(SiteName, StringComparison.OrdinalIgnoreCase))
                await SetSiteNameAsync(step.Text(key), cancellationToken);
            else if (value is JsonObject section)
                await SetSectionAsync(key, section, cancellationToken);
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

    private Task SetSectionAsync(string key, JsonObject section, CancellationToken cancellationToken)
    {
        var json = section.ToJsonString(RecipeJson.Options);
        // Every page reads settings: a section that cannot be read back would stop the site.
        return types.FirstOrDefault(type => type.Name == key)?.CanRead(json) == false
            ? throw new RefusedException("设置 {0} 的内容格式不对", key)
            : settings.SetAsync(key, json, cancellationToken);
    }

    private async Task SetSiteNameAsync(string name, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new RefusedException("设置 {0} 的内容格式不对", SiteName);
        var profile = await settings.GetAsync<SiteProfile>(cancellationToken);
        profile.SiteName = name;
        await settings.SetAsync(profile, cancellationToken);
    }
}
