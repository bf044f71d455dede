using Microsoft.Extensions.Localization;

namespace TeacherGrowthHub.Web.Hosting;

/// <summary>Gives an error without a body one: the page <c>/status</c> at the address that was asked for, a problem for the API.</summary>
public static class StatusPages
{
    /// <summary>Key of the reason in the request's items.</summary>
    public const string ReasonKey = "hub.status.reason";

    /// <summary>Key of the address that failed.</summary>
    public const string PathKey = "hub.status.path";
    private const string PagePath = "/status";

    /// <summary>For empty error answers; the probes answer for themselves.</summary>
    public static IApplicationBuilder UseHubStatusPages(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                context.Items[NextKey] = next;
                await next(context);
                if (!context.Response.HasStarted && NeedsBody(context))
                    await ShowAsync(context);
            }
        );

    /// <summary>Answers in place of the failed request, keeping its status code.</summary>
    public static async Task ShowAsync(HttpContext context)
    {
        if (ApiProblems.IsApi(context))
        {
            await ApiProblems.WriteAsync(context, context.Items[ReasonKey] as string);
            return;
        }
        // The page itself failed, by whatever made the request fail: without the database nobody is even signed in.
        if (!context.Items.TryAdd(ShownKey, true))
        {
            await LastWordAsync(context);
            return;
        }
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
    private const string ShownKey = "hub.status.shown";

    private static Task LastWordAsync(HttpContext context)
    {
        var texts = context.RequestServices.GetRequiredService<IStringLocalizer>();
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(texts["网站暂时不能使用，请稍后再试。"].Value, context.RequestAborted);
    }

    private static bool NeedsBody(HttpContext context) =>
        context.Response.StatusCode >= StatusCodes.Status400BadRequest
        && context.Response.ContentLength is null
        && string.IsNullOrEmpty(context.Response.ContentType)
        && !(HttpMethods.IsHead(context.Request.Method) && ApiProblems.IsApi(context))
        && !context.Request.Path.StartsWithSegments("/health")
        && context.Request.Path != PagePath;
}
