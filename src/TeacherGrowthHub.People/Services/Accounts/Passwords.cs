using Microsoft.AspNetCore.Identity;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Roles;

namespace TeacherGrowthHub.People.Services.Accounts;

/// <summary>Changes of passwords. Every change signs the account out everywhere else.</summary>
public sealed class Passwords(UserManager<Account> users, AccountSessions sessions, AccountScopes scopes, AuditTrail audit)
{
    /// <summary>Refuses a password that the rules do not take.</summary>
    /// <param name="account">Whose it is to be.</param>
    /// <param name="password">The password.</param>
    /// <param name="asAdministrator">Whether it is held to the stricter rule, whatever roles the account holds yet.</param>
    public async Task EnsureValidAsync(Account account, string password, bool asAdministrator = false)
    {
        foreach (var validator in users.PasswordValidators)
            await IdentityResults.EnsureAsync(validator.ValidateAsync(users, account, password), "Password");
        if (asAdministrator)
            PasswordRules.EnsureStrong(account, password);
    }

    /// <summary>Sets a password that has been checked, stores, and ends an open code.</summary>
    internal Task SetAsync(Account account, string password)
    {
        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        account.ActivationCodeHash = null;
        account.ActivationExpiresAt = null;
        account.AccessFailedCount = 0;
        account.MustChangePassword = false;
        return IdentityResults.EnsureAsync(users.UpdateSecurityStampAsync(account));
    }

    /// <summary>Changes one's own password.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="current">The present password.</param>
    /// <param name="password">The new one.</param>
    /// <param name="sessionId">The session that goes on; all others end, and bearer tokens too.</param>
    public async Task ChangeAsync(Account account, string current, string password, string? sessionId)
    {
        if (!await users.CheckPasswordAsync(account, current))
            throw new RefusedException("当前密码不对") { Field = "Current" };
        if (current == password)
            throw new RefusedException("新密码要和当前密码不同") { Field = "Password" };
        await EnsureValidAsync(account, password);
        await sessions.EndAllAsync(account.Id, sessionId);
        audit.Record(account.AsActor(), "Account.PasswordChanged", nameof(Account), account.Id, path: await scopes.PathOfAsync(account.Id));
        await SetAsync(account, password);
    }
}
