using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.Roles;

namespace TeacherGrowthHub.People.Services.SignIn;

/// <summary>The second factor of an account: authenticator app (TOTP) with recovery codes, and passkeys.</summary>
public sealed class SecondFactors(
    UserManager<Account> users,
    SecondFactorDemand demand,
    AccountSessions sessions,
    AccountScopes scopes,
    SignInThrottle throttle,
    AuditTrail audit,
    IHttpContextAccessor http
)
{
    /// <summary>Recovery codes of one set.</summary>
    public const int CodeCount = 10;
    private const string WrongCode = "验证码不对、已过期或已经用过，请输入验证器上最新的6位数字";

    /// <summary>The key that an app is given, made when there is none; worth nothing until a code of it is confirmed.</summary>
    public async Task<string> KeyAsync(Account account)
    {
        if (await users.GetAuthenticatorKeyAsync(account) is null)
            await users.ResetAuthenticatorKeyAsync(account);
        return (await users.GetAuthenticatorKeyAsync(account))!;
    }

    /// <summary>Turns the app on once it shows a right code, and gives the recovery codes, which are shown this once.</summary>
    /// <exception cref="RefusedException">A wrong code, or the app is on already.</exception>
    public async Task<IReadOnlyList<string>> EnableAsync(Account account, string code)
    {
        if (account.TwoFactorEnabled)
            throw new RefusedException("验证器已经绑定") { Kind = RefusalKind.Conflict };
        await EnsureRightAsync(account, code);
        audit.Record(account.AsActor(), "Account.SecondFactorOn", nameof(Account), account.Id, path: await scopes.PathOfAsync(account.Id));
        await users.SetTwoFactorEnabledAsync(account, true);
        return [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(account, CodeCount))!];
    }

    /// <summary>A new set of recovery codes; the old ones are worth nothing.</summary>
    public async Task<IReadOnlyList<string>> RenewCodesAsync(Account account, string password)
    {
        await EnsurePasswordAsync(account, password);
        if (!account.TwoFactorEnabled)
            throw new RefusedException("还没有绑定验证器") { Kind = RefusalKind.Conflict };
        audit.Record(account.AsActor(), "Account.CodesRenewed", nameof(Account), account.Id, path: await scopes.PathOfAsync(account.Id));
        return [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(account, CodeCount))!];
    }

    /// <summary>Turns the app off, by its owner.</summary>
    public async Task DisableAsync(Account account, string password)
    {
        await EnsurePasswordAsync(account, password);
        audit.Record(account.AsActor(), "Account.SecondFactorOff", nameof(Account), account.Id, path: await scopes.PathOfAsync(account.Id));
        await ForgetAppAsync(account);
    }

    /// <summary>Takes app and passkeys off an account whose owner has lost them, and signs it out everywhere.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="user">The administrator; the scope has been checked.</param>
    public async Task ResetAsync(Account account, HubUser user)
    {
        await sessions.EndAllAsync(account.Id);
        audit.Record(user, "Account.SecondFactorReset", nameof(Account), account.Id, path: await scopes.PathOfAsync(account.Id));
        foreach (var passkey in await users.GetPasskeysAsync(account))
            await users.RemovePasskeyAsync(account, passkey.CredentialId);
        await ForgetAppAsync(account);
    }

    /// <summary>Whether the account has any second factor.</summary>
    public async Task<bool> HasAnyAsync(Account account) => account.TwoFactorEnabled || (await users.GetPasskeysAsync(account)).Count > 0;

    /// <summary>Refuses a bearer token for a password alone where more is asked.</summary>
    public async Task EnsureMayUseTokenAsync(Account account, string? code, CancellationToken cancellationToken)
    {
        if (account.MustChangePassword)
            throw new RefusedException("请先在网页上修改密码") { Kind = RefusalKind.Forbidden };
        if (account.TwoFactorEnabled)
            await EnsureRightAsync(account, code ?? "");
        else if (await demand.IsForAsync(account.Id, cancellationToken))
            throw new RefusedException("您的角色需要验证器，请先在网页上绑定") { Kind = RefusalKind.Forbidden };
    }

    /// <summary>Refuses a wrong present password before something that weakens the account.</summary>
    public async Task EnsurePasswordAsync(Account account, string password)
    {
        if (!await users.CheckPasswordAsync(account, password))
            throw new RefusedException("当前密码不对") { Field = "Password" };
    }

    private async Task EnsureRightAsync(Account account, string code)
    {
        var address = http.HttpContext?.Connection.RemoteIpAddress;
        throttle.EnsureOpen(address);
        var provider = users.Options.Tokens.AuthenticatorTokenProvider;
        if (!await users.IsLockedOutAsync(account) && await users.VerifyTwoFactorTokenAsync(account, provider, Digits(code)))
            return;
        throttle.Fail(address);
        await users.AccessFailedAsync(account);
        throw new RefusedException(WrongCode) { Field = "Code" };
    }

    private async Task ForgetAppAsync(Account account)
    {
        await users.ResetAuthenticatorKeyAsync(account);
        await AppCodes.ForgetAsync(users, account);
        await users.SetTwoFactorEnabledAsync(account, false);
    }

    /// <summary>Apps show the digits in two groups.</summary>
    public static string Digits(string code) => new([.. code.Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsAsciiDigit)]);
}
