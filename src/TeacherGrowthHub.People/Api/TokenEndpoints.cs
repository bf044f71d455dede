using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.SignIn;

namespace TeacherGrowthHub.People.Api;

/// <summary>Sign-in of the HTTP API: a person's bearer token, good for eight hours, revocable.</summary>
public static class TokenEndpoints
{
    /// <param name="Login">Teacher number (工号) or mobile number.</param>
    /// <param name="Password">The account's password.</param>
    /// <param name="Code">The authenticator app's six digits; asked of accounts that have a second factor.</param>
    public sealed record TokenRequest(string Login, string Password, string? Code = null);

    /// <param name="Token">Send as <c>Authorization: Bearer …</c>.</param>
    /// <param name="ExpiresAt">UTC instant after which it is worth nothing.</param>
    public sealed record TokenResponse(string Token, DateTime ExpiresAt);

    public static void MapTokens(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/v1/token").WithTags("Token");
        group
            .MapPost("", IssueAsync)
            .WithName("issueToken")
            .WithSummary("Sign in")
            .AllowAnonymous()
            .ProducesProblem(StatusCodes.Status403Forbidden);
        group.MapDelete("", RevokeAsync).WithName("revokeToken").WithSummary("Sign out").WithMetadata(new RequireSignedInAttribute());
    }

    [EndpointDescription("Gives a bearer token for a teacher number or mobile number and its password.")]
    private static async Task<Ok<TokenResponse>> IssueAsync(
        TokenRequest request,
        PasswordCheck check,
        SecondFactors factors,
        BearerTokens tokens,
        CancellationToken cancellationToken
    )
    {
        Account account;
        try
        {
            account = await check.EnsureAsync(request.Login, request.Password, cancellationToken);
        }
        catch (RefusedException)
        {
            throw new RefusedException("工号、手机号或密码不对，或账号已暂时锁定") { Kind = RefusalKind.Forbidden };
        }
        await factors.EnsureMayUseTokenAsync(account, request.Code, cancellationToken);
        var (token, expiresAt) = await tokens.IssueAsync(account.Id, cancellationToken);
        return TypedResults.Ok(new TokenResponse(token, expiresAt));
    }

    [EndpointDescription("Ends the token that the request carries.")]
    private static async Task<NoContent> RevokeAsync(HttpRequest request, BearerTokens tokens, CancellationToken cancellationToken)
    {
        if (BearerHandler.TokenOf(request) is { } token)
            await tokens.RevokeAsync(token, cancellationToken);
        return TypedResults.NoContent();
    }
}
