using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Roles;

/// <summary>A role as somebody holds it somewhere.</summary>
public sealed record HeldRole(string HoldingId, string AccountId, string Person, PortalRole Role, string Organization, string Path);

/// <summary>Answers who can do what, for an organisation and for a person.</summary>
public sealed class RoleOverview(HubDbContext database)
{
    /// <summary>Everybody who holds a role at the organisation or above it, and so can act there; nearest first.</summary>
    public async Task<IReadOnlyList<HeldRole>> AtAsync(string path, CancellationToken cancellationToken = default)
    {
        var above = Enumerable.Range(1, OrganizationPath.Depth(path)).Select(depth => OrganizationPath.Prefix(path, depth)).ToList();
        var held = await HeldAsync(
            database.Set<RoleHolding>().Where(holding => above.Contains(holding.Organization!.Path)),
            cancellationToken
        );
        return [.. held.OrderByDescending(role => role.Path.Length).ThenBy(role => role.Role.Label).ThenBy(role => role.Person)];
    }

    /// <summary>What an account holds within the scopes of who asks.</summary>
    public Task<List<HeldRole>> OfAsync(string accountId, HubUser reader, CancellationToken cancellationToken = default) =>
        HeldAsync(
            database
                .Set<RoleHolding>()
                .Where(holding => holding.AccountId == accountId)
                .Within(holding => holding.Organization!.Path, reader.Scopes(PeoplePermissions.GrantRoles)),
            cancellationToken
        );

    /// <summary>All roles but the teacher's, which goes with the post.</summary>
    public Task<List<PortalRole>> RolesAsync(CancellationToken cancellationToken = default) =>
        database
            .Set<PortalRole>()
            .AsNoTracking()
            .Where(role => role.Name != PortalRole.Teacher)
            .OrderBy(role => role.Label)
            .ToListAsync(cancellationToken);

    private async Task<List<HeldRole>> HeldAsync(IQueryable<RoleHolding> holdings, CancellationToken cancellationToken)
    {
        var rows = await holdings
            .Join(database.Set<PortalRole>(), holding => holding.RoleName, role => role.Name, (holding, role) => new { holding, role })
            .Select(row => new
            {
                row.holding.Id,
                row.holding.AccountId,
                row.holding.Account!.DisplayName,
                row.role,
                row.holding.Organization!.Name,
                row.holding.Organization.Path,
            })
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new HeldRole(row.Id, row.AccountId, row.DisplayName, row.role, row.Name, row.Path))];
    }
}
