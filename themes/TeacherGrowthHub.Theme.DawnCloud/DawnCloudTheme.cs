using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Localization;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.Theme.DawnCloud.Art;

namespace TeacherGrowthHub.Theme.DawnCloud;

/// <summary>The theme 曙云: layout, styles, scripts, drawings.</summary>
public static class DawnCloudTheme
{
    public static IServiceCollection AddDawnCloud(this IServiceCollection services) =>
        services
            .AddScoped<ShellFrame>()
            .AddSingleton<IThemeArt, DawnCloudArt>()
            .AddSingleton(new TextAssembly(typeof(DawnCloudTheme).Assembly));
}
