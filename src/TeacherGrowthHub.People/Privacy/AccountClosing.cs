using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Privacy;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Privacy;

/// <summary>
/// Closing of one's own account (PIPL article 47): personal fields, keys and roles are cleared, and it opens nothing any more. The
/// teacher's record is the school's and stays with it.
/// </summary>
public sealed class AccountClosing(
    HubDbContext database,
    UserManager<Account> users,
    IEnumerable<IAccountClosing> others,
    AuditTrail audit,
    TimeProvider clock
)
{
    /// <summary>Closes the account in one transaction.</summary>
    /// <param name="owner">Its owner.</param>
    /// <param name="password">Asked again: a device left open must not close an account.</param>
    /// <param name="hidesName">Take the name off works whose licence lets it be.</param>
    /// <exception cref="RefusedException">Wrong password, or the last system administrator.</exception>
    public async Task CloseAsync(HubUser owner, string password, bool hidesName, CancellationToken cancellationToken = default)
    {
        var account = await database.Set<Account>().SingleAsync(a => a.Id == owner.AccountId, cancellationToken);
        await EnsurePasswordAsync(account, password);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await EnsureAnotherAdministratorAsync(account.Id, cancellationToken);
        foreach (var other in others)
            await other.OnClosingAsync(new ClosingAccount(account.Id, account.DisplayName, hidesName), cancellationToken);
        var roles = await EndRolesAsync(account.Id, cancellationToken);
        await ClearKeysAsync(account.Id, cancellationToken);
        Clear(account);
        audit.Record(
            owner,
            "Account.Closed",
            nameof(Account),
            account.Id,
            new { Roles = roles },
            new { HidesName = hidesName },
            owner.HomePath
        );
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task EnsurePasswordAsync(Account account, string password)
    {
        if (await users.IsLockedOutAsync(account) || !await users.CheckPasswordAsync(account, password))
        {
            await users.AccessFailedAsync(account);
            throw new RefusedException("密码不对，账号没有注销") { Field = "Password" };
        }
    }

    private async Task EnsureAnotherAdministratorAsync(string accountId, CancellationToken cancellationToken)
    {
        var holdings = database.Set<RoleHolding>().Where(holding => holding.RoleName == PortalRole.SystemAdministrator);
        if (!await holdings.AnyAsync(holding => holding.AccountId == accountId, cancellationToken))
            return;
        // Writes nothing new, but locks the rows: of two administrators who close at once the second sees what the first did.
        await holdings.ExecuteUpdateAsync(update => update.SetProperty(h => h.RoleName, PortalRole.SystemAdministrator), cancellationToken);
        if (!await holdings.AnyAsync(h => h.AccountId != accountId && h.Account!.ClosedAt == null, cancellationToken))
            throw new RefusedException("您是最后一位系统管理员。请先把这个角色授予另一位老师，再注销账号。");
    }

    private async Task<List<string>> EndRolesAsync(string accountId, CancellationToken cancellationToken)
    {
        var holdings = database.Set<RoleHolding>().Where(holding => holding.AccountId == accountId);
        var roles = await holdings.Select(holding => holding.RoleName + " " + holding.Organization!.Path).ToListAsync(cancellationToken);
        await holdings.ExecuteDeleteAsync(cancellationToken);
        return roles;
    }

    private async Task ClearKeysAsync(string accountId, CancellationToken cancellationToken)
    {
        await database.Set<ApiToken>().Where(token => token.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        await database.Set<IdentityUserClaim<string>>().Where(claim => claim.UserId == accountId).ExecuteDeleteAsync(cancellationToken);
        await database.Set<IdentityUserToken<string>>().Where(token => token.UserId == accountId).ExecuteDeleteAsync(cancellationToken);
        await database.Set<IdentityUserPasskey<string>>().Where(key => key.UserId == accountId).ExecuteDeleteAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        await database
            .Set<AccountSession>()
            .Where(session => session.AccountId == accountId)
            .ExecuteUpdateAsync(
                update =>
                    update
                        .SetProperty(session => session.Address, (string?)null)
                        .SetProperty(session => session.Device, (string?)null)
                        .SetProperty(session => session.EndedAt, session => session.EndedAt ?? now),
                cancellationToken
            );
    }

    private void Clear(Account account)
    {
        account.ClosedAt = clock.GetUtcNow().UtcDateTime;
        // The teacher number is free again, should the school open a new account.
        account.UserName = "closed-" + account.Id;
        account.NormalizedUserName = users.NormalizeName(account.UserName);
        account.PhoneNumber = account.Email = account.NormalizedEmail = account.PasswordHash = account.ActivationCodeHash = null;
        account.ActivationExpiresAt = null;
        account.TwoFactorEnabled = account.PhoneNumberConfirmed = account.EmailConfirmed = false;
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        account.ConcurrencyStamp = Guid.NewGuid().ToString("N");
    }
}
