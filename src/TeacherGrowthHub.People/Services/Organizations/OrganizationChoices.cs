using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Organizations;

/// <summary>An organisation to choose.</summary>
public sealed record OrganizationChoice(string Path, string Name, int Depth);

/// <summary>Organisations that somebody may choose from, for one permission.</summary>
public sealed class OrganizationChoices(HubDbContext database, SchoolCalendar calendar)
{
    /// <summary>A few steps of the tree: the scopes, what is directly below them, and what surrounds the one chosen. Six hundred schools in one box help nobody.</summary>
    public async Task<IReadOnlyList<OrganizationChoice>> NearAsync(
        string permission,
        string? chosen,
        HubUser user,
        CancellationToken cancellationToken = default
    )
    {
        var scopes = user.Scopes(permission);
        var parents = scopes.Concat(Surroundings(chosen)).ToList();
        var near = await Choices(scopes)
            .Where(organization =>
                scopes.Contains(organization.Path)
                || database.Set<Organization>().Any(above => above.Id == organization.ParentId && parents.Contains(above.Path))
            )
            .ToListAsync(cancellationToken);
        return
        [
            .. near.InTreeOrder()
                .Select(organization => new OrganizationChoice(organization.Path, organization.Name, DepthOf(organization))),
        ];
    }

    /// <summary>All open schools of the scopes.</summary>
    public async Task<IReadOnlyList<Organization>> SchoolsAsync(
        string permission,
        HubUser user,
        CancellationToken cancellationToken = default
    ) =>
        [
            // Sorted while the counties are among them.
            .. (await Choices(user.Scopes(permission)).ToListAsync(cancellationToken))
                .InTreeOrder()
                .Where(organization => organization.IsSchool),
        ];

    private static int DepthOf(Organization organization) =>
        organization.Kind switch
        {
            OrganizationKind.City => 0,
            OrganizationKind.School => 2,
            _ => 1,
        };

    private IQueryable<Organization> Choices(IReadOnlyList<string> scopes)
    {
        var today = calendar.Today;
        return database
            .Set<Organization>()
            .AsNoTracking()
            .Within(organization => organization.Path, scopes)
            .Where(organization => organization.ClosedOn == null || today < organization.ClosedOn);
    }

    private static IEnumerable<string> Surroundings(string? chosen) =>
        chosen is null ? [] : [chosen, OrganizationPath.Prefix(chosen, Math.Max(1, OrganizationPath.Depth(chosen) - 1))];
}
