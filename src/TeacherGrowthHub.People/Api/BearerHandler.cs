using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TeacherGrowthHub.People.Services.SignIn;

namespace TeacherGrowthHub.People.Api;

/// <summary>Reads <c>Authorization: Bearer …</c> and knows whose token it is.</summary>
public sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    BearerTokens tokens
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string SchemeName = "Bearer";
    private const string Prefix = "Bearer ";

    /// <summary>The token of a request; null when it carries none.</summary>
    public static string? TokenOf(Microsoft.AspNetCore.Http.HttpRequest request) =>
        request.Headers.Authorization.ToString() is { } header && header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            ? header[Prefix.Length..].Trim()
            : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (TokenOf(Request) is not { } token)
            return AuthenticateResult.NoResult();
        if (await tokens.FindAccountAsync(token, Context.RequestAborted) is not { } found)
            return AuthenticateResult.Fail("The token is unknown, expired or revoked.");
        Context.Features.Set(found.State);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, found.AccountId)], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }
}
