using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.StaticAssets;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Privacy;
using TeacherGrowthHub.People.Services.SignIn;

namespace TeacherGrowthHub.People.Services.Accounts;

/// <summary>
/// Lets nobody pass who still owes a new password, a second factor, or agreement to the present notice: pages lead to where it is
/// done, API and files are refused. Stands after authorisation in the pipeline, and is the only place that asks.
/// </summary>
public sealed class AccountGate(RequestDelegate next)
{
    /// <summary>Where an owed password is set.</summary>
    public const string PasswordPage = "/account/password";

    /// <summary>Where an owed second factor is set up.</summary>
    public const string SecondFactorPage = "/account/second-factor";
    private const string ConsentPage = "/account/consent";

    // Errors, probes, and a program's sign-in and sign-out.
    private static readonly string[] Open = ["/status", "/health", "/ping", "/openapi", "/api/v1/token"];

    // To read the notice, to sign out, to secure the account and to use one's rights, nobody has to agree first.
    private static readonly string[] OpenWithoutConsent = ["/account", "/help", "/language", "/my/privacy", "/my/security", "/setup"];

    public async Task InvokeAsync(HttpContext context, IHubUserAccessor users, Consents consents)
    {
        if (await DebtOfAsync(context, users, consents) is not { } debt)
            await next(context);
        else if (context.GetEndpoint()!.Metadata.GetMetadata<PageActionDescriptor>() is null)
            throw new RefusedException(debt.Refusal) { Kind = RefusalKind.Forbidden };
        else
            context.Response.Redirect(debt.Page);
    }

    /// <param name="Page">Where it is paid.</param>
    /// <param name="Refusal">What programs are told, and who wanted a file.</param>
    private sealed record Debt(string Page, string Refusal);

    private static async Task<Debt?> DebtOfAsync(HttpContext context, IHubUserAccessor users, Consents consents)
    {
        if (IsUnguarded(context.GetEndpoint()) || IsUnder(context.Request.Path, Open))
            return null;
        if (context.Features.Get<SignInState>() is { } state && !IsForTheUnfinished(context.GetEndpoint()!))
        {
            if (state.MustChangePassword)
                return new(PasswordPage, "请先在网页上修改密码");
            if (state.NeedsSecondFactor)
                return new(SecondFactorPage, "您的角色需要验证器，请先在网页上绑定");
        }
        return !IsUnder(context.Request.Path, OpenWithoutConsent) && await OwesConsentAsync(users, consents, context.RequestAborted)
            ? new(ConsentPage + QueryString.Create("returnUrl", WayBack(context.Request)), "请先阅读并同意个人信息处理告知")
            : null;
    }

    // Where nothing answers there is nothing to guard; assets are public.
    private static bool IsUnguarded(Endpoint? endpoint) =>
        endpoint is null || endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    private static bool IsForTheUnfinished(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<AllowUnfinishedAccountAttribute>() is not null;

    private static bool IsUnder(PathString path, string[] places) => Array.Exists(places, place => path.StartsWithSegments(place));

    // Nobody agrees in another's place.
    private static async Task<bool> OwesConsentAsync(IHubUserAccessor users, Consents consents, CancellationToken cancellationToken) =>
        await users.GetAsync(cancellationToken) is { AccountId: { } account, ActedBy: null }
        && !await consents.HasAsync(account, cancellationToken);

    private static string WayBack(HttpRequest request) => HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : "/my";
}
