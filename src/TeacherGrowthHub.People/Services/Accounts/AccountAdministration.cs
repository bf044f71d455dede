using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Roles;
using TeacherGrowthHub.People.Services.SignIn;

namespace TeacherGrowthHub.People.Services.Accounts;

/// <summary>What an administrator does to accounts within the own scope.</summary>
public sealed class AccountAdministration(
    HubDbContext database,
    AccountList list,
    AccountCodes codes,
    AccountSessions sessions,
    AccountScopes scopes,
    SecondFactors factors,
    AuditTrail audit
)
{
    private static readonly HashSet<string> Administrative = [.. new PeoplePermissions().Permissions.Select(permission => permission.Name)];

    /// <summary>An account within scope.</summary>
    /// <exception cref="RefusedException">Not found: outside the scope, or nowhere.</exception>
    public async Task<Account> FindAsync(HubUser user, string id, CancellationToken cancellationToken = default) =>
        await list.Within(user).SingleOrDefaultAsync(account => account.Id == id, cancellationToken)
        ?? throw new RefusedException("没有这个账号，或不在您的管理范围内") { Kind = RefusalKind.NotFound };

    /// <summary>
    /// Whether whoever gets into this account would gain nothing that the administrator does not hold: a school's administrator hands out
    /// no code for a teacher of the school who administers the county.
    /// </summary>
    public async Task<bool> MayTakeOverAsync(HubUser user, string accountId, CancellationToken cancellationToken = default)
    {
        var held = await database
            .Set<RoleHolding>()
            .Where(holding => holding.AccountId == accountId)
            .Join(
                database.Set<PortalRole>(),
                holding => holding.RoleName,
                role => role.Name,
                (holding, role) => new { holding.Organization!.Path, role.Permissions }
            )
            .ToListAsync(cancellationToken);
        return held.TrueForAll(holding =>
            user.Can(PeoplePermissions.ManageAccounts, holding.Path)
            && holding.Permissions.Where(Administrative.Contains).All(permission => user.Can(permission, holding.Path))
        );
    }

    /// <summary>Opens a one-time code; shown to the administrator this once.</summary>
    public async Task<string> IssueCodeAsync(HubUser user, string id, CancellationToken cancellationToken = default) =>
        await codes.IssueAsync(await FindForTakingOverAsync(user, id, cancellationToken), user);

    /// <summary>Ends a lock-out before its time.</summary>
    public async Task UnlockAsync(HubUser user, string id, CancellationToken cancellationToken = default)
    {
        var account = await FindAsync(user, id, cancellationToken);
        (account.LockoutEnd, account.AccessFailedCount) = (null, 0);
        await StoreAsync(user, "Account.Unlocked", account, cancellationToken);
    }

    /// <summary>Signs the account out everywhere.</summary>
    public async Task EndSessionsAsync(HubUser user, string id, CancellationToken cancellationToken = default)
    {
        var account = await FindAsync(user, id, cancellationToken);
        await sessions.EndAllAsync(account.Id, cancellationToken: cancellationToken);
        await StoreAsync(user, "Account.SessionsEnded", account, cancellationToken);
    }

    /// <summary>Takes a lost second factor off the account and signs it out everywhere.</summary>
    public async Task ResetSecondFactorAsync(HubUser user, string id, CancellationToken cancellationToken = default) =>
        await factors.ResetAsync(await FindForTakingOverAsync(user, id, cancellationToken), user);

    /// <summary>An account within scope into which the administrator may let somebody.</summary>
    /// <exception cref="RefusedException">Closed, or it holds more than the administrator.</exception>
    internal async Task<Account> FindForTakingOverAsync(HubUser user, string id, CancellationToken cancellationToken)
    {
        var account = await FindAsync(user, id, cancellationToken);
        if (account.ClosedAt is not null)
            throw new RefusedException("这个账号已注销") { Kind = RefusalKind.Conflict };
        if (!await MayTakeOverAsync(user, id, cancellationToken))
            throw new RefusedException("这个账号还担任更高的管理角色，请由上一级管理员处理") { Kind = RefusalKind.Forbidden };
        return account;
    }

    private async Task StoreAsync(HubUser user, string action, Account account, CancellationToken cancellationToken)
    {
        audit.Record(user, action, nameof(Account), account.Id, path: await scopes.PathOfAsync(account.Id, cancellationToken));
        await database.SaveChangesAsync(cancellationToken);
    }
}
