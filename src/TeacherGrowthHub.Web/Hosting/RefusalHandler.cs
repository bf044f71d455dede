using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Localization;
using TeacherGrowthHub.Kernel.Errors;

namespace TeacherGrowthHub.Web.Hosting;

/// <summary>Turns a refusal that no page caught into its status: problem+json for the API, the status page for people.</summary>
public sealed class RefusalHandler(IStringLocalizer texts) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not RefusedException refusal)
            return false;
        context.Response.StatusCode = StatusOf(refusal.Kind);
        var message = texts[refusal.Text, refusal.Arguments].Value;
        context.Items[StatusPages.ReasonKey] = message;
        await (ApiProblems.IsApi(context) ? ApiProblems.WriteAsync(context, message, refusal.Field) : StatusPages.ShowAsync(context));
        return true;
    }

    private static int StatusOf(RefusalKind kind) =>
        kind switch
        {
            RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
            RefusalKind.NotFound => StatusCodes.Status404NotFound,
            RefusalKind.Conflict => StatusCodes.Status409Conflict,
            RefusalKind.Gone => StatusCodes.Status410Gone,
            RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
            _ => StatusCodes.Status422UnprocessableEntity,
        };
}
