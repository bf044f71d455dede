using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Roles;
using TeacherGrowthHub.People.Services.SignIn;

namespace TeacherGrowthHub.People.Services.Accounts;

/// <summary>One-time codes: printed or told by whoever manages accounts, spent on a new password. Stored as hashes only.</summary>
public sealed class AccountCodes(
    HubDbContext database,
    AccountService accounts,
    UserManager<Account> users,
    Passwords passwords,
    AccountSessions sessions,
    AccountScopes scopes,
    SignInThrottle throttle,
    AuditTrail audit,
    IHttpContextAccessor http,
    TimeProvider clock
)
{
    /// <summary>How long a one-time code is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    // No letters that are mistaken for digits on a printed slip.
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Length = 8;

    // A random code needs no slow hash to be safe for two weeks, and a whole school's slips are hashed at once.
    private static readonly PasswordHasher<Account> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 10_000 }));

    /// <summary>Opens a one-time code, which ends earlier ones and a lock-out. The code itself is stored nowhere.</summary>
    /// <param name="account">For whom.</param>
    /// <param name="issuer">Who hands it out; the scope has been checked.</param>
    /// <returns>The code, to be handed to the owner of the account.</returns>
    public async Task<string> IssueAsync(Account account, HubUser issuer)
    {
        var code = Prepare(account);
        audit.Record(issuer, "Account.CodeIssued", nameof(Account), account.Id, path: await scopes.PathOfAsync(account.Id));
        await database.SaveChangesAsync();
        return code;
    }

    /// <summary>The same without storing, for many at once.</summary>
    internal string Prepare(Account account)
    {
        var code = RandomNumberGenerator.GetString(Alphabet, Length);
        account.ActivationCodeHash = Hasher.HashPassword(account, code);
        account.ActivationExpiresAt = clock.GetUtcNow().UtcDateTime + Lifetime;
        account.AccessFailedCount = 0;
        account.LockoutEnd = null;
        return code;
    }

    /// <summary>Sets the first (or a new) password with a one-time code; wrong codes count towards the lock-out.</summary>
    /// <exception cref="RefusedException">Wrong or expired code, locked, closed, or a weak password.</exception>
    public async Task<Account> ActivateAsync(string login, string code, string password)
    {
        var address = http.HttpContext?.Connection.RemoteIpAddress;
        throttle.EnsureOpen(address);
        var account = await accounts.FindAsync(login);
        if (account is null || !await IsRightAsync(account, code))
        {
            throttle.Fail(address);
            throw new RefusedException("工号（或手机号）与一次性代码不匹配，或代码已过期。请核对后再试，或向本校管理员重新索取。")
            {
                Field = "Code",
            };
        }
        await passwords.EnsureValidAsync(account, password);
        await sessions.EndAllAsync(account.Id);
        audit.Record(account.AsActor(), "Account.Activated", nameof(Account), account.Id, path: await scopes.PathOfAsync(account.Id));
        await passwords.SetAsync(account, password);
        return account;
    }

    private async Task<bool> IsRightAsync(Account account, string code)
    {
        if (
            account.ClosedAt is not null
            || await users.IsLockedOutAsync(account)
            || account.ActivationCodeHash is null
            || account.ActivationExpiresAt < clock.GetUtcNow().UtcDateTime
        )
            return false;
        var typed = code.Normalize(System.Text.NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (Hasher.VerifyHashedPassword(account, account.ActivationCodeHash, typed) != PasswordVerificationResult.Failed)
            return true;
        await users.AccessFailedAsync(account);
        return false;
    }
}
