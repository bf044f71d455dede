using Microsoft.AspNetCore.Http.Features;

namespace TeacherGrowthHub.Web.Hosting;

/// <summary>Shows the page <c>/status</c> for a status code without a body, at the address that was asked for.</summary>
public static class StatusPages
{
    /// <summary>Key of the reason in the request's items.</summary>
    public const string ReasonKey = "hub.status.reason";

    /// <summary>Key of the address that failed.</summary>
    public const string PathKey = "hub.status.path";
    private const string PagePath = "/status";

    /// <summary>Shows the page for empty error answers of pages; the API and the probes answer for themselves.</summary>
    public static IApplicationBuilder UseHubStatusPages(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                context.Items[NextKey] = next;
                await next(context);
                if (!context.Response.HasStarted && NeedsPage(context))
                    await ShowAsync(context);
            }
        );

    /// <summary>Renders the page in place of the failed request, keeping its status code.</summary>
    public static async Task ShowAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        context.Items[PathKey] = context.Request.Path.Value;
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        context.Request.Path = PagePath;
        context.Request.Method = HttpMethods.Get;
        await ((RequestDelegate)context.Items[NextKey]!)(context);
        if (!context.Response.HasStarted)
            context.Response.StatusCode = status;
    }

    private const string NextKey = "hub.status.next";

    private static bool NeedsPage(HttpContext context) =>
        context.Response.StatusCode >= StatusCodes.Status400BadRequest
        && context.Response.ContentLength is null
        && string.IsNullOrEmpty(context.Response.ContentType)
        && !context.Request.Path.StartsWithSegments("/api")
        && !context.Request.Path.StartsWithSegments("/health")
        && context.Request.Path != PagePath;
}
