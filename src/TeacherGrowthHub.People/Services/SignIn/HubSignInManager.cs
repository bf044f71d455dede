using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.Roles;

namespace TeacherGrowthHub.People.Services.SignIn;

/// <summary>Identity's sign-in, with a session behind every cookie and a line in the audit trail for its beginning and its end.</summary>
public sealed class HubSignInManager(
    UserManager<Account> users,
    IHttpContextAccessor http,
    IUserClaimsPrincipalFactory<Account> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Account>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Account> confirmation,
    AccountSessions sessions,
    AccountScopes scopes,
    AuditTrail audit,
    HubDbContext database,
    TimeProvider clock
) : SignInManager<Account>(users, http, claims, options, logger, schemes, confirmation)
{
    private string? _kept;

    /// <summary>The session of this request; null for a guest.</summary>
    public string? SessionId => Context.User.FindFirstValue(AccountSessions.ClaimType);

    /// <summary>A closed account opens nothing.</summary>
    public override Task<bool> CanSignInAsync(Account user) => Task.FromResult(user.ClosedAt is null);

    /// <summary>After the password was right: signs in, or says that the second step is next.</summary>
    /// <param name="account">Whose password was right.</param>
    /// <param name="keep">Stay signed in on this device for thirty days.</param>
    public Task<SignInResult> ContinueAsync(Account account, bool keep) => SignInOrTwoFactorAsync(account, keep);

    /// <summary>The second step with the digits of the authenticator app; wrong ones count towards the lock-out.</summary>
    public Task<SignInResult> AppAsync(string code, bool keep) =>
        TwoFactorAuthenticatorSignInAsync(SecondFactors.Digits(code), keep, rememberClient: false);

    /// <summary>The second step with a recovery code, which is spent; wrong ones count towards the lock-out, which Identity by itself leaves out.</summary>
    public async Task<SignInResult> RecoveryAsync(Account account, string code, bool keep)
    {
        if (await PreSignInCheck(account) is { } refused)
            return refused;
        if (!(await UserManager.RedeemTwoFactorRecoveryCodeAsync(account, code.Trim().ToUpperInvariant())).Succeeded)
        {
            await UserManager.AccessFailedAsync(account);
            return await UserManager.IsLockedOutAsync(account) ? SignInResult.LockedOut : SignInResult.Failed;
        }
        await ResetLockout(account);
        await Context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        var properties = new AuthenticationProperties { IsPersistent = keep };
        await SignInWithClaimsAsync(account, properties, [new Claim(SecondFactorDemand.MethodClaim, SecondFactorDemand.WithApp)]);
        return SignInResult.Success;
    }

    /// <summary>Signs in with a passkey, which is both factors in one.</summary>
    /// <param name="credential">The browser's JSON.</param>
    /// <exception cref="RefusedException">Not known here, or the account is locked or closed.</exception>
    public async Task PasskeyAsync(string credential)
    {
        var (account, passkey) = await AssertAsync(credential);
        if (await PreSignInCheck(account) is not null)
            throw new RefusedException("这个账号不能登录");
        await UserManager.AddOrUpdatePasskeyAsync(account, passkey);
        await SignInWithClaimsAsync(account, null, [new Claim(SecondFactorDemand.MethodClaim, SecondFactorDemand.WithPasskey)]);
    }

    private async Task<(Account Account, UserPasskeyInfo Passkey)> AssertAsync(string credential)
    {
        try
        {
            var result = await PerformPasskeyAssertionAsync(credential);
            if (result.Succeeded)
                return (result.User, result.Passkey);
        }
        // Nothing was asked for in this browser, or too long ago.
        catch (InvalidOperationException) { }
        throw new RefusedException("没有认出这个通行密钥，请再试一次，或用密码登录");
    }

    /// <summary>Signs in and opens a session, unless a running one is only refreshed.</summary>
    public override async Task SignInWithClaimsAsync(
        Account user,
        AuthenticationProperties? authenticationProperties,
        IEnumerable<Claim> additionalClaims
    )
    {
        var more = additionalClaims.ToList();
        var sessionId = _kept ?? await OpenAsync(user, more.Find(claim => claim.Type == SecondFactorDemand.MethodClaim)?.Value);
        var properties = authenticationProperties ?? new();
        if (properties is { IsPersistent: true, ExpiresUtc: null })
            properties.ExpiresUtc = clock.GetUtcNow() + AccountSessions.Lifetime;
        await base.SignInWithClaimsAsync(user, properties, [.. more, new Claim(AccountSessions.ClaimType, sessionId)]);
    }

    /// <summary>Writes the cookie of this session anew, after a change of the account.</summary>
    public override async Task RefreshSignInAsync(Account user)
    {
        _kept = SessionId;
        await base.RefreshSignInAsync(user);
        _kept = null;
    }

    /// <summary>The same session goes on, now with a second factor.</summary>
    public async Task StrengthenAsync(Account account, string method)
    {
        var present = await Context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        _kept = SessionId;
        await SignInWithClaimsAsync(account, present.Properties, [new Claim(SecondFactorDemand.MethodClaim, method)]);
        _kept = null;
    }

    public override async Task SignOutAsync()
    {
        if (SessionId is { } sessionId && await UserManager.GetUserAsync(Context.User) is { } account)
            await EndAsync(account, sessionId);
        await base.SignOutAsync();
    }

    private async Task EndAsync(Account account, string sessionId)
    {
        if (!await sessions.EndAsync(account.Id, sessionId))
            return;
        await RecordAsync(account, AccountActions.SignedOut);
        await database.SaveChangesAsync();
    }

    private async Task<string> OpenAsync(Account account, string? method)
    {
        var address = Context.Connection.RemoteIpAddress?.ToString();
        var session = await sessions.OpenAsync(account.Id, address, Context.Request.Headers.UserAgent);
        await RecordAsync(account, AccountActions.SignedIn, new { Method = method });
        await database.SaveChangesAsync();
        return session.Id;
    }

    private async Task RecordAsync(Account account, string action, object? after = null) =>
        audit.Record(account.AsActor(), action, nameof(Account), account.Id, after: after, path: await scopes.PathOfAsync(account.Id));
}
