using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using MimeKit;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Roles;
using TeacherGrowthHub.People.Services.SignIn;

namespace TeacherGrowthHub.People.Services.Accounts;

/// <summary>Somebody wants to prove an e-mail address; the code is made when the message is sent.</summary>
public sealed record EmailCodeAsked(string AccountId, string Email);

/// <summary>E-mail addresses of accounts, proved by a code sent there.</summary>
public sealed class EmailAddresses(
    UserManager<Account> users,
    IMailSender mail,
    Outbox outbox,
    SignInThrottle throttle,
    AccountScopes scopes,
    AuditTrail audit,
    HubDbContext database,
    IHttpContextAccessor http
)
{
    /// <summary>Longest address, in characters.</summary>
    public const int MaxLength = 200;

    /// <summary>Sends a code to an address.</summary>
    public async Task AskAsync(Account account, string? email, CancellationToken cancellationToken)
    {
        if (!mail.IsConfigured)
            throw new RefusedException("本站没有接通邮件") { Field = "Email" };
        var address = Checked(email);
        // Whoever wants to flood a stranger's mailbox is slowed down like whoever guesses passwords.
        throttle.EnsureOpen(http.HttpContext?.Connection.RemoteIpAddress);
        throttle.Fail(http.HttpContext?.Connection.RemoteIpAddress);
        outbox.Add(new EmailCodeAsked(account.Id, address));
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Takes the address once the code is right.</summary>
    public async Task ConfirmAsync(Account account, string? email, string? code)
    {
        var address = http.HttpContext?.Connection.RemoteIpAddress;
        throttle.EnsureOpen(address);
        audit.Record(account.AsActor(), "Account.EmailVerified", nameof(Account), account.Id, path: await scopes.PathOfAsync(account.Id));
        if ((await users.ChangeEmailAsync(account, Checked(email), SecondFactors.Digits(code ?? ""))).Succeeded)
            return;
        throttle.Fail(address);
        throw new RefusedException("验证码不对或已过期，请重新获取") { Field = "Code" };
    }

    private static string Checked(string? email)
    {
        var typed = email?.Trim() ?? "";
        return typed.Length <= MaxLength && typed.Contains('@') && MailboxAddress.TryParse(typed, out var parsed) && parsed.Address == typed
            ? typed
            : throw new RefusedException("请填写正确的邮箱地址") { Field = "Email" };
    }
}

/// <summary>Makes the code and sends it.</summary>
public sealed class EmailCodeHandler(UserManager<Account> users, IMailSender mail, IStringLocalizer texts) : IOutboxHandler<EmailCodeAsked>
{
    public async Task HandleAsync(EmailCodeAsked message, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(message.AccountId) is not { ClosedAt: null } account)
            return;
        var code = await users.GenerateChangeEmailTokenAsync(account, message.Email);
        var text = texts[
            "{0}，您好！您的邮箱验证码是 {1}，几分钟内有效。如果不是您本人在操作，请忽略这封邮件。",
            account.DisplayName,
            code
        ];
        await mail.SendAsync(new Mail(message.Email, texts["邮箱验证码"], text), cancellationToken);
    }
}
