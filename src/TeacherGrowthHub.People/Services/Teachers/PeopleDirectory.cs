using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Teachers;

/// <summary>A teacher as other modules know one.</summary>
public sealed record TeacherCard(string TeacherId, string Name, string? OrganizationId, string? School, string? Path);

/// <summary>An account that may do something, and where it holds that right.</summary>
public sealed record PermissionHolder(string AccountId, string Name, string Organization, string Path);

/// <summary>What other modules ask about organisations and people.</summary>
public sealed class PeopleDirectory(HubDbContext database, SchoolCalendar calendar, IMemoryCache cache)
{
    private const string CountiesKey = "people:counties";
    private static readonly TimeSpan CountiesCacheTime = TimeSpan.FromSeconds(30);

    /// <summary>All organisations, in the order of the tree.</summary>
    public async Task<IReadOnlyList<Organization>> OrganizationsAsync(CancellationToken cancellationToken = default) =>
        (await database.Set<Organization>().AsNoTracking().ToListAsync(cancellationToken)).InTreeOrder();

    /// <summary>Organisations that exist today, in the order of the tree: what is offered for posts and roles.</summary>
    public async Task<IReadOnlyList<Organization>> OpenOrganizationsAsync(CancellationToken cancellationToken = default)
    {
        var today = calendar.Today;
        var open = await database
            .Set<Organization>()
            .AsNoTracking()
            .Where(organization => organization.ClosedOn == null || today < organization.ClosedOn)
            .ToListAsync(cancellationToken);
        return open.InTreeOrder();
    }

    /// <summary>Names that organisations bear or once bore: a former name tells as much about where somebody works.</summary>
    public async Task<IReadOnlyList<string>> OrganizationNamesAsync(CancellationToken cancellationToken = default)
    {
        var names = database.Set<Organization>().Select(organization => organization.Name);
        var former = database
            .Set<OrganizationEvent>()
            .Where(line => line.Kind == OrganizationEventKind.Renamed && line.Before != null)
            .Select(line => line.Before!);
        return await names.Union(former).ToListAsync(cancellationToken);
    }

    /// <summary>Names of the counties by path, in the order of the tree, for labels; a renamed county shows within half a minute.</summary>
    public async Task<OrderedDictionary<string, string>> CountyNamesAsync(CancellationToken cancellationToken = default) =>
        (
            await cache.GetOrCreateAsync(
                CountiesKey,
                async entry =>
                {
                    entry.AbsoluteExpirationRelativeToNow = CountiesCacheTime;
                    var counties = await database
                        .Set<Organization>()
                        .AsNoTracking()
                        .Where(organization => organization.Kind == OrganizationKind.County)
                        .ToListAsync(cancellationToken);
                    return new OrderedDictionary<string, string>(
                        counties.InTreeOrder().Select(county => KeyValuePair.Create(county.Path, county.Name))
                    );
                }
            )
        )!;

    public Task<Organization?> OrganizationAsync(string path, CancellationToken cancellationToken = default) =>
        database.Set<Organization>().AsNoTracking().SingleOrDefaultAsync(organization => organization.Path == path, cancellationToken);

    /// <summary>A teacher with the present school.</summary>
    public async Task<TeacherCard?> TeacherAsync(string teacherId, CancellationToken cancellationToken = default)
    {
        var teacher = await database
            .Set<Teacher>()
            .AsNoTracking()
            .Include(t => t.Posts)
                .ThenInclude(post => post.Organization)
            .AsSplitQuery()
            .SingleOrDefaultAsync(t => t.Id == teacherId, cancellationToken);
        if (teacher is null)
            return null;
        var school = teacher.PostOn(calendar.Today)?.Organization;
        return new TeacherCard(teacher.Id, teacher.Name, school?.Id, school?.Name, school?.Path);
    }

    /// <summary>Who holds a permission at an organisation that contains <paramref name="path"/>, nearest first.</summary>
    public async Task<IReadOnlyList<PermissionHolder>> HoldersAsync(
        string permission,
        string path,
        CancellationToken cancellationToken = default
    )
    {
        var roles = await database.Set<PortalRole>().AsNoTracking().ToListAsync(cancellationToken);
        var names = roles.Where(role => role.Permissions.Contains(permission)).Select(role => role.Name).ToList();
        var above = Enumerable.Range(1, OrganizationPath.Depth(path)).Select(depth => OrganizationPath.Prefix(path, depth)).ToList();
        var holders = await database
            .Set<RoleHolding>()
            .Where(holding => names.Contains(holding.RoleName) && above.Contains(holding.Organization!.Path))
            .Select(holding => new PermissionHolder(
                holding.AccountId,
                holding.Account!.DisplayName,
                holding.Organization!.Name,
                holding.Organization.Path
            ))
            .ToListAsync(cancellationToken);
        return [.. holders.DistinctBy(holder => (holder.AccountId, holder.Path)).OrderByDescending(holder => holder.Path.Length)];
    }

    /// <summary>Everybody who holds a permission anywhere, once for each organisation it is held at.</summary>
    public async Task<IReadOnlyList<PermissionHolder>> HoldersAsync(string permission, CancellationToken cancellationToken = default)
    {
        var roles = await database.Set<PortalRole>().AsNoTracking().ToListAsync(cancellationToken);
        var names = roles.Where(role => role.Permissions.Contains(permission)).Select(role => role.Name).ToList();
        var holders = await database
            .Set<RoleHolding>()
            .Where(holding => names.Contains(holding.RoleName) && holding.Account!.ClosedAt == null)
            .Select(holding => new PermissionHolder(
                holding.AccountId,
                holding.Account!.DisplayName,
                holding.Organization!.Name,
                holding.Organization.Path
            ))
            .ToListAsync(cancellationToken);
        return [.. holders.DistinctBy(holder => (holder.AccountId, holder.Path))];
    }

    /// <summary>What an account signs in with: the teacher number.</summary>
    public Task<string?> LoginAsync(string accountId, CancellationToken cancellationToken = default) =>
        database
            .Set<Account>()
            .Where(account => account.Id == accountId)
            .Select(account => account.UserName)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>The account of a teacher, for notifications.</summary>
    public Task<string?> AccountOfAsync(string teacherId, CancellationToken cancellationToken = default) =>
        database
            .Set<Account>()
            .Where(account => account.TeacherId == teacherId && account.ClosedAt == null)
            .Select(account => account.Id)
            .FirstOrDefaultAsync(cancellationToken)!;
}
