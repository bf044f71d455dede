using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Keys;
using TeacherGrowthHub.People.Services.SignIn;

namespace TeacherGrowthHub.People.Api;

/// <summary>Reads <c>Authorization: Bearer …</c> and knows whose token or which key it is.</summary>
public sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    BearerTokens tokens,
    IntegrationKeys keys
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string SchemeName = "Bearer";
    private const string Prefix = "Bearer ";
    private const string Api = "/api/v1";

    /// <summary>The token of a request; null when it carries none.</summary>
    public static string? TokenOf(Microsoft.AspNetCore.Http.HttpRequest request) =>
        request.Headers.Authorization.ToString() is { } header && header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            ? header[Prefix.Length..].Trim()
            : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (TokenOf(Request) is not { } token)
            return AuthenticateResult.NoResult();
        if (token.StartsWith(IntegrationKey.Mark, StringComparison.Ordinal))
            return await KeyAsync(token);
        if (await tokens.FindAccountAsync(token, Context.RequestAborted) is not { } found)
            return AuthenticateResult.Fail("The token is unknown, expired or revoked.");
        Context.Features.Set(found.State);
        return Known(found.AccountId);
    }

    // Keys are for the API alone: no page opens to them.
    private async Task<AuthenticateResult> KeyAsync(string secret) =>
        Request.Path.StartsWithSegments(Api) && await keys.FindAsync(secret, Context.RequestAborted) is { } id
            ? Known(IntegrationKeys.SignInPrefix + id)
            : AuthenticateResult.Fail("The key is unknown, expired or revoked, or this is no address of the API.");

    private static AuthenticateResult Known(string id)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, id)], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }
}
