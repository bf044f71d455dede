using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using TeacherGrowthHub.Kernel;
using TeacherGrowthHub.Kernel.Localization;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.Theme.DawnCloud;

namespace TeacherGrowthHub.Web.Hosting;

/// <summary>Puts the house together.</summary>
public static class HubBuilder
{
    public static WebApplicationBuilder AddHub(this WebApplicationBuilder builder, IReadOnlyList<HubModule> modules)
    {
        var services = builder.Services;
        var configuration = builder.Configuration;
        // From a built tree the assets lie where they were built; from a published one in wwwroot, and this does nothing.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(configuration["HUB_URLS"] ?? "http://127.0.0.1:5080");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        services.AddKernel(configuration, modules);
        services.AddSingleton(new TextAssembly(typeof(HubBuilder).Assembly));
        services.AddDawnCloud();
        services.AddSingleton<INavigationProvider, WebNavigation>();
        services.AddDataProtection().SetApplicationName("TeacherGrowthHub");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeysInDataFolder>();
        services.AddPages();
        services.AddAuthorizationBuilder().SetFallbackPolicy(Deny).SetDefaultPolicy(Deny);
        services.AddAnonymousPageCache();
        services.AddHubOpenApi();
        services.AddProblemDetails().AddExceptionHandler<RefusalHandler>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: [HealthTags.Ready]);
        services
            .AddSingleton(new SettingsType(typeof(AppliedRecipes)))
            .AddScoped<SiteStart>()
            .AddScoped<SiteSetup>()
            .AddScoped<Pages.Admin.WaitingTable>()
            .AddSingleton<IPageCache, OutputPageCache>()
            .AddSingleton<SetupLink>()
            .AddSingleton<OptionalTools>();
        services.AddProxyTrust(configuration).AddHubRateLimits(configuration);
        return builder;
    }

    // A route that declares nothing is denied to everybody (and named by a test). Where there is no route there is nothing to deny:
    // such a request, and the router's own 405 and 415, answer for themselves.
    private static AuthorizationPolicy Deny =>
        new AuthorizationPolicyBuilder()
            .RequireAssertion(context => context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint)
            .Build();

    private static void AddPages(this IServiceCollection services)
    {
        services.AddRazorPages().AddMvcOptions(options => options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true);
        services.AddSingleton<IConfigureOptions<MvcOptions>, FormBinding>();
        // Chinese stays readable in the HTML instead of becoming &#x4E2D;.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton<IConfigureOptions<RequestLocalizationOptions>, HubCultures>();
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Name = HubPageModel.DoneCookie);
        services.AddAntiforgery(options => options.Cookie.Name = "hub.antiforgery");
        services.AddRouting(options => options.LowercaseUrls = true);
    }
}
