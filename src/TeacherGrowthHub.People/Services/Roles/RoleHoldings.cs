using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Notifications;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Accounts;

namespace TeacherGrowthHub.People.Services.Roles;

/// <summary>Gives portal roles at an organisation, and takes them back.</summary>
public sealed class RoleHoldings(
    HubDbContext database,
    AccountService accounts,
    AuditTrail audit,
    NotificationSender notifications,
    SchoolCalendar calendar,
    TimeProvider clock
)
{
    /// <summary>Lets an account hold a role at an organisation.</summary>
    /// <param name="login">Teacher number or mobile number of an account.</param>
    /// <param name="roleName">The role.</param>
    /// <param name="path">The organisation.</param>
    /// <param name="user">Who grants.</param>
    /// <exception cref="RefusedException">No such account, role or organisation; held already; more than the person may grant.</exception>
    public async Task<RoleHolding> GrantAsync(
        string login,
        string roleName,
        string path,
        HubUser user,
        CancellationToken cancellationToken = default
    )
    {
        var (role, organization) = await GrantableAsync(roleName, path, user, cancellationToken);
        var account =
            await accounts.FindAsync(login, cancellationToken)
            ?? throw new RefusedException("没有这个账号：{0}。请先为本人开通账号", login) { Field = "Login" };
        return await GrantAsync(account, role, organization, user, cancellationToken);
    }

    /// <summary>Gives a new account the role that it comes with, in the portal's own name.</summary>
    /// <exception cref="RefusedException">No such role or organisation, or held already.</exception>
    public async Task<RoleHolding> GrantAsync(Account account, string roleName, string path, CancellationToken cancellationToken = default)
    {
        var (role, organization) = await GrantableAsync(roleName, path, HubUser.System, cancellationToken);
        return await GrantAsync(account, role, organization, HubUser.System, cancellationToken);
    }

    private async Task<RoleHolding> GrantAsync(
        Account account,
        PortalRole role,
        Organization organization,
        HubUser user,
        CancellationToken cancellationToken
    )
    {
        organization.EnsureOpen(calendar.Today, "Organization");
        if (await IsHeldAsync(account.Id, role.Name, organization.Id, cancellationToken))
            throw AlreadyHeld(account, role, organization);
        var holding = new RoleHolding
        {
            Id = HubId.New(clock),
            AccountId = account.Id,
            RoleName = role.Name,
            OrganizationId = organization.Id,
        };
        database.Add(holding);
        Record(user, "Role.Granted", account, role, organization);
        // What an account comes with is no news to its owner.
        if (!user.IsSystem)
            notifications.Send(account.Id, "/my/profile", "您已成为{0}的{1}", organization.Name, role.Label);
        await StoreRules.GuardAsync(
            database,
            () => database.SaveChangesAsync(cancellationToken),
            () => AlreadyHeld(account, role, organization)
        );
        return holding;
    }

    private static RefusedException AlreadyHeld(Account account, PortalRole role, Organization organization) =>
        new("{0}已是{1}的{2}", account.DisplayName, organization.Name, role.Label) { Field = "Login" };

    /// <summary>Takes a role back; the last system administrator stays.</summary>
    public async Task RevokeAsync(string holdingId, HubUser user, CancellationToken cancellationToken = default)
    {
        var holding =
            await database
                .Set<RoleHolding>()
                .Include(h => h.Account)
                .Include(h => h.Organization)
                .SingleOrDefaultAsync(h => h.Id == holdingId, cancellationToken)
            ?? throw new RefusedException("没有这项角色") { Kind = RefusalKind.NotFound };
        var (role, organization) = await GrantableAsync(holding.RoleName, holding.Organization!.Path, user, cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        database.Remove(holding);
        Record(user, "Role.Revoked", holding.Account!, role, organization);
        notifications.Send(holding.AccountId, "/my/profile", "您不再是{0}的{1}", organization.Name, role.Label);
        await database.SaveChangesAsync(cancellationToken);
        // After the save, which took the lock of the audit chain: two who remove each other at once are seen here.
        if (role.Name == PortalRole.SystemAdministrator && !await HasSystemAdministratorAsync(cancellationToken))
            throw new RefusedException("不能移除最后一位系统管理员") { Kind = RefusalKind.Conflict };
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Whether somebody who can sign in still holds the role with every permission.</summary>
    public Task<bool> HasSystemAdministratorAsync(CancellationToken cancellationToken = default) =>
        database
            .Set<RoleHolding>()
            .AnyAsync(h => h.RoleName == PortalRole.SystemAdministrator && h.Account!.ClosedAt == null, cancellationToken);

    private async Task<(PortalRole Role, Organization Organization)> GrantableAsync(
        string roleName,
        string path,
        HubUser user,
        CancellationToken cancellationToken
    )
    {
        var organization = await database.Set<Organization>().SingleOrDefaultAsync(o => o.Path == path, cancellationToken);
        if (organization is null || !user.Can(PeoplePermissions.GrantRoles, path))
            throw new RefusedException("没有这个单位") { Kind = RefusalKind.NotFound };
        var role =
            await database.Set<PortalRole>().SingleOrDefaultAsync(r => r.Name == roleName, cancellationToken)
            ?? throw new RefusedException("没有这个角色") { Field = "Role" };
        return role.MayBeGrantedBy(user, path)
            ? (role, organization)
            : throw new RefusedException("{0}的权限超出您在{1}的权限，不能由您授予或收回", role.Label, organization.Name)
            {
                Kind = RefusalKind.Forbidden,
            };
    }

    private Task<bool> IsHeldAsync(string accountId, string role, string organizationId, CancellationToken cancellationToken) =>
        database
            .Set<RoleHolding>()
            .AnyAsync(h => h.AccountId == accountId && h.RoleName == role && h.OrganizationId == organizationId, cancellationToken);

    private void Record(HubUser user, string action, Account account, PortalRole role, Organization organization) =>
        audit.Record(
            user,
            action,
            nameof(Account),
            account.Id,
            after: new
            {
                Role = role.Name,
                account.DisplayName,
                Organization = organization.Name,
            },
            path: organization.Path
        );
}
