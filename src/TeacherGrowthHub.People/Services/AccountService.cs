using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services;

/// <summary>Accounts: one-time codes, activation, passwords, roles. Sign-in itself is ASP.NET Core Identity's.</summary>
public sealed class AccountService(HubDbContext database, UserManager<Account> users, AuditTrail audit, TimeProvider clock)
{
    /// <summary>How long a one-time code is good.</summary>
    public static readonly TimeSpan CodeLifetime = TimeSpan.FromDays(14);

    // No letters that are mistaken for digits on a printed slip.
    private const string CodeAlphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int CodeLength = 8;

    /// <summary>The account of a teacher number (工号) or mobile number; null when there is none, or its owner has closed it.</summary>
    public Task<Account?> FindAsync(string login, CancellationToken cancellationToken = default)
    {
        var typed = login.Normalize(System.Text.NormalizationForm.FormKC).Trim();
        // PostgreSQL takes no U+0000, and nobody's number holds such characters.
        if (typed.Any(char.IsControl))
            return Task.FromResult<Account?>(null);
        var number = users.NormalizeName(typed);
        return database
            .Set<Account>()
            .SingleOrDefaultAsync(
                account => account.ClosedAt == null && (account.NormalizedUserName == number || account.PhoneNumber == typed),
                cancellationToken
            );
    }

    /// <summary>Creates an account without a password.</summary>
    public async Task CreateAsync(Account account, string? password = null)
    {
        await EnsureAsync(password is null ? users.CreateAsync(account) : users.CreateAsync(account, password));
        var after = new { account.UserName, account.DisplayName };
        audit.Record(HubUser.System, "Account.Created", nameof(Account), account.Id, after: after, path: await HomeOfAsync(account));
        await database.SaveChangesAsync();
    }

    /// <summary>Opens a one-time code, which ends earlier ones. The code itself is stored nowhere.</summary>
    /// <returns>The code, to be handed to the owner of the account.</returns>
    public async Task<string> IssueCodeAsync(Account account, HubUser issuer)
    {
        var code = RandomNumberGenerator.GetString(CodeAlphabet, CodeLength);
        account.ActivationCodeHash = users.PasswordHasher.HashPassword(account, code);
        account.ActivationExpiresAt = clock.GetUtcNow().UtcDateTime + CodeLifetime;
        account.AccessFailedCount = 0;
        account.LockoutEnd = null;
        audit.Record(issuer, "Account.CodeIssued", nameof(Account), account.Id, path: await HomeOfAsync(account));
        await database.SaveChangesAsync();
        return code;
    }

    /// <summary>Sets the first (or a new) password with a one-time code; wrong codes count towards the lock-out.</summary>
    /// <exception cref="RefusedException">Wrong or expired code, locked, or a weak password.</exception>
    public async Task<Account> ActivateAsync(string login, string code, string password)
    {
        var account = await FindAsync(login);
        if (account is null || !await IsRightCodeAsync(account, code))
            throw new RefusedException("工号（或手机号）与一次性代码不匹配，或代码已过期。请核对后再试，或向本校管理员重新索取。")
            {
                Field = "Code",
            };
        await EnsureValidAsync(account, password);
        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        account.ActivationCodeHash = null;
        account.ActivationExpiresAt = null;
        account.AccessFailedCount = 0;
        audit.Record(OwnerOf(account), "Account.Activated", nameof(Account), account.Id, path: await HomeOfAsync(account));
        await EnsureAsync(users.UpdateSecurityStampAsync(account));
        return account;
    }

    /// <summary>Changes one's own password; other sessions end with the new security stamp.</summary>
    public async Task ChangePasswordAsync(Account account, string current, string password)
    {
        if (!await users.CheckPasswordAsync(account, current))
            throw new RefusedException("当前密码不对") { Field = "Current" };
        await EnsureValidAsync(account, password);
        audit.Record(OwnerOf(account), "Account.PasswordChanged", nameof(Account), account.Id, path: await HomeOfAsync(account));
        await EnsureAsync(users.ChangePasswordAsync(account, current, password));
    }

    /// <summary>Lets an account hold a role at an organisation; holding it already is fine.</summary>
    public async Task GrantAsync(string accountId, string role, string organizationId, CancellationToken cancellationToken = default)
    {
        var holdings = database.Set<RoleHolding>();
        if (
            await holdings.AnyAsync(
                h => h.AccountId == accountId && h.RoleName == role && h.OrganizationId == organizationId,
                cancellationToken
            )
        )
            return;
        var organization = await database.Set<Organization>().FindAsync([organizationId], cancellationToken);
        organization?.EnsureOpen(SchoolCalendar.DayOf(clock.GetUtcNow().UtcDateTime), "Organization");
        var holding = new RoleHolding
        {
            Id = HubId.New(clock),
            AccountId = accountId,
            RoleName = role,
            OrganizationId = organizationId,
        };
        holdings.Add(holding);
        audit.Record(
            HubUser.System,
            "Role.Granted",
            nameof(RoleHolding),
            holding.Id,
            after: new
            {
                accountId,
                role,
                organizationId,
            },
            path: await database.Set<Organization>().Where(o => o.Id == organizationId).Select(o => o.Path).SingleAsync(cancellationToken)
        );
        await database.SaveChangesAsync(cancellationToken);
    }

    // The school's administrators read the lines of their teachers' accounts.
    private Task<string?> HomeOfAsync(Account account) =>
        database
            .Set<Teacher>()
            .Where(teacher => teacher.Id == account.TeacherId)
            .Select(teacher => teacher.PresentPath)
            .SingleOrDefaultAsync();

    private async Task<bool> IsRightCodeAsync(Account account, string code)
    {
        if (
            await users.IsLockedOutAsync(account)
            || account.ActivationCodeHash is null
            || account.ActivationExpiresAt < clock.GetUtcNow().UtcDateTime
        )
            return false;
        var typed = code.Normalize(System.Text.NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (users.PasswordHasher.VerifyHashedPassword(account, account.ActivationCodeHash, typed) != PasswordVerificationResult.Failed)
            return true;
        await users.AccessFailedAsync(account);
        return false;
    }

    /// <summary>Refuses a password that the rules do not take.</summary>
    public async Task EnsureValidAsync(Account account, string password)
    {
        foreach (var validator in users.PasswordValidators)
        {
            var result = await validator.ValidateAsync(users, account, password);
            if (!result.Succeeded)
                throw new RefusedException(result.Errors.First().Description) { Field = "Password" };
        }
    }

    private static async Task EnsureAsync(Task<IdentityResult> change)
    {
        var result = await change;
        if (!result.Succeeded)
            throw new RefusedException(result.Errors.First().Description);
    }

    private static HubUser OwnerOf(Account account) => new(account.Id, account.TeacherId, account.DisplayName, null, []);
}
