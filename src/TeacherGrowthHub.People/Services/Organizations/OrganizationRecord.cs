using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Organizations;

/// <summary>One organisation as its page shows it.</summary>
/// <param name="Organization">Itself.</param>
/// <param name="Above">From the top down to its parent.</param>
/// <param name="Successor">What it was merged into.</param>
/// <param name="Merged">What was merged into it.</param>
/// <param name="History">Its events, oldest first.</param>
/// <param name="Teachers">Teachers whose present school it is or lies below it.</param>
/// <param name="Below">Organisations below it that exist today.</param>
public sealed record OrganizationView(
    Organization Organization,
    IReadOnlyList<Organization> Above,
    Organization? Successor,
    IReadOnlyList<Organization> Merged,
    IReadOnlyList<OrganizationEvent> History,
    int Teachers,
    int Below
);

/// <summary>Things of one kind that a change takes along.</summary>
public sealed record ThingCount(string Label, int Count);

/// <summary>What a merger or a move would do, counted beforehand.</summary>
/// <param name="Teachers">Teachers with posts that run today or begin later.</param>
/// <param name="Roles">Roles held there.</param>
/// <param name="Things">Things stored with its path.</param>
public sealed record OrganizationImpact(int Teachers, int Roles, IReadOnlyList<ThingCount> Things);

/// <summary>Reads one organisation for its pages.</summary>
public sealed class OrganizationRecord(
    HubDbContext database,
    OrganizationTree tree,
    IEnumerable<IPathHolder> holders,
    SchoolCalendar calendar
)
{
    /// <summary>Everything its page shows.</summary>
    public async Task<OrganizationView> ViewAsync(string id, HubUser user, CancellationToken cancellationToken = default)
    {
        var organization = await tree.ReadAsync(id, user, cancellationToken);
        var organizations = database.Set<Organization>().AsNoTracking();
        var today = calendar.Today;
        var above = Enumerable
            .Range(1, OrganizationPath.Depth(organization.Path) - 1)
            .Select(depth => OrganizationPath.Prefix(organization.Path, depth))
            .ToList();
        return new OrganizationView(
            organization,
            await organizations.Where(o => above.Contains(o.Path)).OrderBy(o => o.Path).ToListAsync(cancellationToken),
            await organizations.SingleOrDefaultAsync(o => o.Id == organization.SuccessorId, cancellationToken),
            await organizations.Where(o => o.SuccessorId == id).OrderBy(o => o.ClosedOn).ToListAsync(cancellationToken),
            await database
                .Set<OrganizationEvent>()
                .AsNoTracking()
                .Where(line => line.OrganizationId == id)
                .OrderBy(line => line.On)
                .ThenBy(line => line.Id)
                .ToListAsync(cancellationToken),
            await database.Set<Teacher>().Within(teacher => teacher.PresentPath!, [organization.Path]).CountAsync(cancellationToken),
            await organizations
                .Within(other => other.Path, [organization.Path])
                .CountAsync(other => other.Id != id && (other.ClosedOn == null || today < other.ClosedOn), cancellationToken)
        );
    }

    /// <summary>What would go along.</summary>
    /// <param name="organization">The organisation.</param>
    /// <param name="withBelow">As in a move; a merger leaves what lies below.</param>
    public async Task<OrganizationImpact> ImpactAsync(
        Organization organization,
        bool withBelow,
        CancellationToken cancellationToken = default
    )
    {
        var contents = await tree.ContentsAsync(organization, calendar.Today, cancellationToken);
        var roles = await database.Set<RoleHolding>().CountAsync(h => h.OrganizationId == organization.Id, cancellationToken);
        var change = new PathChange(organization.Path, organization.Path, withBelow);
        var things = new List<ThingCount>();
        foreach (var holder in holders)
            things.Add(new ThingCount(holder.Label, await holder.CountAsync(change, cancellationToken)));
        return new OrganizationImpact(contents.Teachers, roles, things);
    }
}
