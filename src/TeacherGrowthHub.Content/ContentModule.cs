using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Content.Cli;
using TeacherGrowthHub.Content.Data;
using TeacherGrowthHub.Content.Recipes;
using TeacherGrowthHub.Kernel;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Cli;
using TeacherGrowthHub.Kernel.Recipes;

namespace TeacherGrowthHub.Content;

/// <summary>Recipes and what travels in them: settings, media, calendar, content items.</summary>
public sealed class ContentModule : HubModule
{
    public override string Name => "Content";

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<RecipeLibrary>().AddScoped<RecipeExecutor>().AddScoped<RecipeExporter>();
        services.AddSingleton<IBlobReferences, MediaBlobs>();
        services.AddScoped<IRecipeStep, SettingsStep>().AddScoped<IRecipeStep, MediaStep>();
        services.AddScoped<IRecipeStep, SchoolCalendarStep>().AddScoped<IRecipeStep, ContentStep>();
        services.AddScoped<IHubCommand, RecipeImportCommand>().AddScoped<IHubCommand, RecipeCheckCommand>();
        services.AddScoped<IHubCommand, RecipeExportCommand>();
    }
}
