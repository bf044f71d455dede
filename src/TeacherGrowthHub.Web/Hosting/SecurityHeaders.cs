namespace TeacherGrowthHub.Web.Hosting;

/// <summary>Content security: everything is a file of our own, nothing frames us.</summary>
public static class SecurityHeaders
{
    public static IApplicationBuilder UseHubSecurityHeaders(this IApplicationBuilder app) =>
        app.UseSecurityHeaders(
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
}
