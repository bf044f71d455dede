using TeacherGrowthHub.Kernel.Shell;

namespace TeacherGrowthHub.Web.Hosting;

/// <summary>Content security: everything is a file of our own, nothing frames us.</summary>
public static class SecurityHeaders
{
    public static IApplicationBuilder UseHubSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(SandboxFilesAsync)
            .UseSecurityHeaders(
                new HeaderPolicyCollection()
                    .AddContentTypeOptionsNoSniff()
                    .AddFrameOptionsDeny()
                    .AddReferrerPolicyStrictOriginWhenCrossOrigin()
                    .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
                    .AddContentSecurityPolicy(policy =>
                    {
                        policy.AddDefaultSrc().Self();
                        policy.AddImgSrc().Self().Data().Blob();
                        policy.AddObjectSrc().None();
                        policy.AddBaseUri().Self();
                        policy.AddFormAction().Self();
                        policy.AddFrameAncestors().None();
                    })
            );

    // Callbacks run last first: registered before the site's own policy is, this one has the last word.
    private static Task SandboxFilesAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            if (context.IsSandboxed())
                context.Response.Headers.ContentSecurityPolicy = SandboxedResponse.Policy;
            return Task.CompletedTask;
        });
        return next(context);
    }
}
