using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using TeacherGrowthHub.Kernel.Permissions;

namespace TeacherGrowthHub.People.Privacy;

/// <summary>
/// Leads who has not agreed to the present notice to the page that asks, whatever page was wanted. Nobody agrees in another's place.
/// </summary>
public sealed class ConsentGate(Consents consents, IHubUserAccessor users) : IAsyncPageFilter
{
    // To read the notice, to sign out, to secure the account and to use one's rights, nobody has to agree first.
    private static readonly string[] Open = ["/account", "/help", "/language", "/my/privacy", "/my/security", "/setup", "/status"];

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!IsOpen(request.Path) && await MustAskAsync(context.HttpContext.RequestAborted))
            context.Result = new LocalRedirectResult("/account/consent" + QueryString.Create("returnUrl", WayBack(request)));
        else
            await next();
    }

    private static bool IsOpen(PathString path) => Array.Exists(Open, open => path.StartsWithSegments(open));

    private async Task<bool> MustAskAsync(CancellationToken cancellationToken) =>
        await users.GetAsync(cancellationToken) is { AccountId: { } account, ActedBy: null }
        && !await consents.HasAsync(account, cancellationToken);

    private static string WayBack(HttpRequest request) => HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : "/my";
}
