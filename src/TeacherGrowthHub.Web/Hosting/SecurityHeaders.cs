using TeacherGrowthHub.Kernel.Shell;

namespace TeacherGrowthHub.Web.Hosting;

/// <summary>What every answer says to the browser: everything is a file of our own, nothing frames us, cookies stay with us.</summary>
public static class SecurityHeaders
{
    /// <summary>Whether HSTS speaks for the subdomains too; only where all of them have https.</summary>
    public const string SubdomainsSetting = "Hsts:IncludeSubDomains";
    private const int OneYear = 365 * 24 * 60 * 60;

    /// <summary>For answers that are no documents: nobody may make one of them.</summary>
    private const string DataPolicy = "default-src 'none'; frame-ancestors 'none'";

    public static IApplicationBuilder UseHubSecurityHeaders(this IApplicationBuilder app, IConfiguration configuration) =>
        app.Use(DecidePolicyAsync)
            .UseSecurityHeaders(
                new HeaderPolicyCollection()
                    .AddContentTypeOptionsNoSniff()
                    .AddFrameOptionsDeny()
                    .AddReferrerPolicyStrictOriginWhenCrossOrigin()
                    .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
                    // Sent over https only.
                    .AddStrictTransportSecurity(OneYear, configuration.GetValue<bool>(SubdomainsSetting), preload: false, excludedHosts: [])
                    .AddContentSecurityPolicy(AllowOwnFiles)
                    .AddPermissionsPolicy(AllowPasskeys)
            )
            .UseCookiePolicy(
                new CookiePolicyOptions
                {
                    HttpOnly = Microsoft.AspNetCore.CookiePolicy.HttpOnlyPolicy.Always,
                    // Plain http in a school's network works too, so no __Host- names either.
                    Secure = CookieSecurePolicy.SameAsRequest,
                    MinimumSameSitePolicy = SameSiteMode.Lax,
                }
            );

    private static void AllowOwnFiles(CspBuilder policy)
    {
        policy.AddDefaultSrc().Self();
        policy.AddScriptSrc().Self();
        policy.AddStyleSrc().Self();
        policy.AddImgSrc().Self().Data().Blob();
        policy.AddObjectSrc().None();
        policy.AddBaseUri().Self();
        policy.AddFormAction().Self();
        policy.AddFrameAncestors().None();
    }

    // The defaults of the library forbid signing in with a passkey.
    private static void AllowPasskeys(PermissionsPolicyBuilder policy)
    {
        policy.AddCamera().None();
        policy.AddMicrophone().None();
        policy.AddGeolocation().None();
        policy.AddPayment().None();
        policy.AddUsb().None();
        policy.AddPublickeyCredentialsCreate().Self();
        policy.AddPublickeyCredentialsGet().Self();
    }

    // Callbacks run last first: registered before the site's own policy is, this one has the last word.
    private static Task DecidePolicyAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            if (context.IsSandboxed())
                headers.ContentSecurityPolicy = SandboxedResponse.Policy;
            else if (headers.ContentSecurityPolicy.Count == 0)
                headers.ContentSecurityPolicy = DataPolicy;
            return Task.CompletedTask;
        });
        return next(context);
    }
}
