using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Roles;
using TeacherGrowthHub.People.Services.SignIn;

namespace TeacherGrowthHub.People.Services.Accounts;

/// <summary>Somebody has forgotten the password; the link is made when the message is sent.</summary>
public sealed record PasswordLinkAsked(string AccountId);

/// <summary>Links by e-mail that set a new password: single use, one hour. Nobody learns from them whether an account exists.</summary>
public sealed class PasswordLinks(
    AccountService accounts,
    UserManager<Account> users,
    Passwords passwords,
    AccountSessions sessions,
    AccountScopes scopes,
    SignInThrottle throttle,
    IMailSender mail,
    IOptions<SmtpOptions> options,
    Outbox outbox,
    AuditTrail audit,
    HubDbContext database,
    IHttpContextAccessor http
)
{
    /// <summary>How long a link is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>Whether links can be sent: a mail server and the site's own address are configured.</summary>
    public bool CanSend => mail.IsConfigured && options.Value.SiteAddress.Length > 0;

    /// <summary>Sends a link, if that account exists and has a proved address; says nothing either way.</summary>
    public async Task AskAsync(string login, CancellationToken cancellationToken)
    {
        var address = http.HttpContext?.Connection.RemoteIpAddress;
        throttle.EnsureOpen(address);
        throttle.Fail(address);
        if (await accounts.FindAsync(login, cancellationToken) is not { EmailConfirmed: true, ClosedAt: null } account)
            return;
        outbox.Add(new PasswordLinkAsked(account.Id));
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Sets a new password with the token of a link; the account is signed out everywhere.</summary>
    public async Task<Account> ResetAsync(string accountId, string token, string password)
    {
        throttle.EnsureOpen(http.HttpContext?.Connection.RemoteIpAddress);
        var account = await users.FindByIdAsync(accountId);
        var (provider, purpose) = (users.Options.Tokens.PasswordResetTokenProvider, UserManager<Account>.ResetPasswordTokenPurpose);
        if (account is not { ClosedAt: null } || !await users.VerifyUserTokenAsync(account, provider, purpose, token))
        {
            throttle.Fail(http.HttpContext?.Connection.RemoteIpAddress);
            throw new RefusedException("链接不对、已用过或已过期，请重新获取");
        }
        await passwords.EnsureValidAsync(account, password);
        await sessions.EndAllAsync(account.Id);
        audit.Record(account.AsActor(), "Account.PasswordReset", nameof(Account), account.Id, path: await scopes.PathOfAsync(account.Id));
        await passwords.SetAsync(account, password);
        return account;
    }
}

/// <summary>Makes the link and sends it.</summary>
public sealed class PasswordLinkHandler(UserManager<Account> users, IMailSender mail, IOptions<SmtpOptions> options, IStringLocalizer texts)
    : IOutboxHandler<PasswordLinkAsked>
{
    public async Task HandleAsync(PasswordLinkAsked message, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(message.AccountId) is not { EmailConfirmed: true, ClosedAt: null } account)
            return;
        var token = Uri.EscapeDataString(await users.GeneratePasswordResetTokenAsync(account));
        // The configured address, never the one of a request: whoever asks could name a server of their own.
        var link = $"{options.Value.SiteAddress.TrimEnd('/')}/account/reset?account={account.Id}&token={token}";
        string[] lines =
        [
            texts["{0}，您好！请在一小时内打开下面的链接设置新密码，链接只能用一次：", account.DisplayName],
            link,
            texts["如果不是您本人在操作，请忽略这封邮件，密码不会改变。"],
        ];
        var text = string.Join("\n\n", lines);
        await mail.SendAsync(new Mail(account.Email!, texts["重新设置密码"], text), cancellationToken);
    }
}
