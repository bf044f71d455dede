using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People;

/// <summary>
/// Who may do what to an organisation. Attributes belong to whoever edits organisations there; name and place are decided from above, so that
/// nobody moves the organisation whose scope they hold. The top, above which is nothing, is the site administrator's.
/// </summary>
public static class OrganizationRights
{
    /// <summary>Whether it lies in one's scopes at all.</summary>
    public static bool MaySee(this HubUser user, Organization organization) =>
        user.MayEdit(organization) || user.MayManageBelow(organization);

    /// <summary>Correct its attributes.</summary>
    public static bool MayEdit(this HubUser user, Organization organization) =>
        user.Can(PeoplePermissions.EditOrganizations, organization.Path);

    /// <summary>Create below it, take in what moves here.</summary>
    public static bool MayManageBelow(this HubUser user, Organization organization) =>
        user.Can(PeoplePermissions.ManageOrganizations, organization.Path);

    /// <summary>Rename, move, merge, close and reopen it.</summary>
    public static bool MayManage(this HubUser user, Organization organization) =>
        OrganizationPath.Parent(organization.Path) is { } parent
            ? user.Can(PeoplePermissions.ManageOrganizations, parent)
            : user.Can(PeoplePermissions.ManageSite, organization.Path);
}
