using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.People.Pages;

/// <summary>A list of what waits, narrowed to one organisation and what lies below it.</summary>
/// <param name="Path">Of the organisation.</param>
/// <param name="Name">Of the organisation.</param>
/// <param name="All">Address of the whole list.</param>
public sealed record OnlyAt(string Path, string Name, string All)
{
    /// <summary>For a page; null where none was asked for, or one outside of the person's scopes.</summary>
    public static async Task<OnlyAt?> FindAsync(
        PeopleDirectory directory,
        string? path,
        HubUser user,
        string permission,
        string all,
        CancellationToken cancellationToken
    ) =>
        path is not null && user.Can(permission, path) && await directory.OrganizationAsync(path, cancellationToken) is { } organization
            ? new OnlyAt(path, organization.Name, all)
            : null;
}
