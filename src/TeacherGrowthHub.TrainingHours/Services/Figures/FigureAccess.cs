using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.TrainingHours.Services.Figures;

/// <summary>An organisation whose figures somebody may see, and what stands above it inside the scope.</summary>
public sealed record FigurePlace(Organization Organization, IReadOnlyList<Organization> Above, IReadOnlyList<Organization> Within);

/// <summary>Whose figures somebody may see: organisations in which <see cref="HoursPermissions.ViewFigures"/> is held, and all below them.</summary>
public sealed class FigureAccess(PeopleDirectory people)
{
    /// <summary>The organisation of a path; the highest of the own ones when none is named.</summary>
    /// <exception cref="RefusedException">Outside the scope, or no such organisation: both the same.</exception>
    public async Task<FigurePlace> FindAsync(string? path, HubUser user, CancellationToken cancellationToken = default)
    {
        var all = await people.OrganizationsAsync(cancellationToken);
        var at = string.IsNullOrEmpty(path)
            ? user.Scopes(HoursPermissions.ViewFigures).OrderBy(OrganizationPath.Depth).FirstOrDefault()
            : path;
        var found = all.FirstOrDefault(organization => organization.Path == at);
        if (found is null || !user.Can(HoursPermissions.ViewFigures, found.Path))
            throw new RefusedException("没有这个单位，或不在您的数据范围内") { Kind = RefusalKind.NotFound };
        return new FigurePlace(
            found,
            [
                .. all.Where(organization =>
                    organization != found
                    && OrganizationPath.Contains(organization.Path, found.Path)
                    && user.Can(HoursPermissions.ViewFigures, organization.Path)
                ),
            ],
            [.. all.Where(organization => OrganizationPath.Contains(found.Path, organization.Path))]
        );
    }
}
