using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TeacherGrowthHub.People.Services.SignIn;

namespace TeacherGrowthHub.People.Services.Accounts;

/// <summary>
/// Lets nobody pass who still owes a new password or a second factor: pages lead there, everything else is refused.
/// Stands after authorisation in the pipeline.
/// </summary>
public static class AccountGate
{
    /// <summary>Where an owed password is set.</summary>
    public const string PasswordPage = "/account/password";

    /// <summary>Where an owed second factor is set up.</summary>
    public const string SecondFactorPage = "/account/second-factor";

    public static IApplicationBuilder UseAccountGate(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (DebtOf(context) is not { } page)
                    return next(context);
                if (context.GetEndpoint()!.Metadata.GetMetadata<PageActionDescriptor>() is null)
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;
                else
                    context.Response.Redirect(page);
                return Task.CompletedTask;
            }
        );

    private static string? DebtOf(HttpContext context) =>
        context.Features.Get<SignInState>() is not { } state || !IsGuarded(context.GetEndpoint()) ? null
        : state.MustChangePassword ? PasswordPage
        : state.NeedsSecondFactor ? SecondFactorPage
        : null;

    // Assets and probes are public and ask for nothing.
    private static bool IsGuarded(Endpoint? endpoint) =>
        endpoint is not null
        && endpoint.Metadata.GetMetadata<AllowUnfinishedAccountAttribute>() is null
        && (
            endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null || endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null
        );
}
