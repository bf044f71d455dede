using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using TeacherGrowthHub.Kernel;
using TeacherGrowthHub.People.Services.Accounts;

namespace TeacherGrowthHub.Web.Hosting;

/// <summary>The order in which a request passes through the house.</summary>
public static class HubPipeline
{
    public static WebApplication MapHub(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseHubSecurityHeaders(app.Configuration);
        app.UseRequestLocalization(app.Services.GetRequiredService<IOptions<RequestLocalizationOptions>>().Value);
        app.UseHubStatusPages();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = StatusPages.ShowAsync });
        app.UseRouting();
        app.UseAuthentication();
        // Who asks is known; nothing has been done for it yet.
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseMiddleware<AccountGate>();
        app.UseOutputCache();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(HealthTags.Ready) })
            .AllowAnonymous();
        app.MapGet("/ping", () => "pong").AllowAnonymous().ExcludeFromDescription();
        foreach (var module in app.Services.GetRequiredService<ModuleCatalog>().Modules)
            module.MapEndpoints(app);
        return app;
    }

    /// <summary>Migrates, imports what every start needs, listens, and says where.</summary>
    public static async Task StartHubAsync(this WebApplication app)
    {
        await DatabaseStart.MigrateAsync(app.Services, CancellationToken.None);
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<SiteStart>().PrepareAsync(CancellationToken.None);
        await app.StartAsync();
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<SiteStart>().AnnounceAsync(app.Urls, CancellationToken.None);
    }
}
