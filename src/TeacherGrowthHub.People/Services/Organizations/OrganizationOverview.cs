using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Organizations;

/// <summary>What a list of organisations asks for.</summary>
/// <param name="Name">A part of the name; null lists all.</param>
/// <param name="WithClosed">Also those that no longer exist.</param>
public sealed record OrganizationFilter(string? Name = null, bool WithClosed = false);

/// <summary>An organisation with what lies below it.</summary>
/// <param name="Organization">Itself.</param>
/// <param name="Teachers">Teachers whose present school it is or lies below it.</param>
/// <param name="Below">What lies directly below, as far as it is listed.</param>
public sealed record OrganizationNode(Organization Organization, int Teachers, IReadOnlyList<OrganizationNode> Below)
{
    /// <summary>Schools here and below, as far as they are listed.</summary>
    public int Schools => (Organization.IsSchool ? 1 : 0) + Below.Sum(node => node.Schools);
}

/// <summary>The tree as an administrator sees it: inside the own scopes, counted.</summary>
public sealed class OrganizationOverview(HubDbContext database, SchoolCalendar calendar)
{
    /// <summary>The trees of one's scopes; with a name, the branches that lead to a match.</summary>
    public async Task<IReadOnlyList<OrganizationNode>> TreeAsync(
        HubUser user,
        OrganizationFilter filter,
        CancellationToken cancellationToken = default
    )
    {
        var scopes = ScopesOf(user);
        var all = (
            await database
                .Set<Organization>()
                .AsNoTracking()
                .Within(organization => organization.Path, scopes)
                .ToListAsync(cancellationToken)
        ).InTreeOrder();
        var teachers = await database
            .Set<Teacher>()
            .Within(teacher => teacher.PresentPath!, scopes)
            .GroupBy(teacher => teacher.PresentPath!)
            .Select(group => new { Path = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Path, group => group.Count, cancellationToken);
        var listed = Listed(all, filter).ToList();
        var ids = listed.Select(organization => organization.Id).ToHashSet();
        var below = listed.ToLookup(organization => ids.Contains(organization.ParentId ?? "") ? organization.ParentId : null);
        return [.. below[null].Select(root => NodeOf(root, below, teachers))];
    }

    /// <summary>Organisations that exist today and below or into which the person may put others, in the order of the tree.</summary>
    public async Task<IReadOnlyList<Organization>> TargetsAsync(HubUser user, CancellationToken cancellationToken = default)
    {
        var today = calendar.Today;
        var open = await database
            .Set<Organization>()
            .AsNoTracking()
            .Within(organization => organization.Path, user.Scopes(PeoplePermissions.ManageOrganizations))
            .Where(organization => organization.ClosedOn == null || today < organization.ClosedOn)
            .ToListAsync(cancellationToken);
        return open.InTreeOrder();
    }

    private static List<string> ScopesOf(HubUser user) =>
        [.. new[] { PeoplePermissions.EditOrganizations, PeoplePermissions.ManageOrganizations }.SelectMany(user.Scopes).Distinct()];

    private IEnumerable<Organization> Listed(IReadOnlyList<Organization> all, OrganizationFilter filter)
    {
        var today = calendar.Today;
        var name = Typed.Clean(filter.Name);
        var hits = all.Where(organization => filter.WithClosed || organization.IsOpen(today))
            .Where(organization => name is null || organization.Name.Contains(name, StringComparison.OrdinalIgnoreCase))
            .ToList();
        var paths = hits.SelectMany(hit => Above(hit.Path)).ToHashSet();
        return all.Where(organization => paths.Contains(organization.Path));
    }

    private static IEnumerable<string> Above(string path) =>
        Enumerable.Range(1, OrganizationPath.Depth(path)).Select(depth => OrganizationPath.Prefix(path, depth));

    private static OrganizationNode NodeOf(
        Organization organization,
        ILookup<string?, Organization> below,
        Dictionary<string, int> teachers
    )
    {
        var nodes = below[organization.Id].Select(child => NodeOf(child, below, teachers)).ToList();
        var own = teachers.GetValueOrDefault(organization.Path);
        return new OrganizationNode(organization, own + nodes.Sum(node => node.Teachers), nodes);
    }
}
