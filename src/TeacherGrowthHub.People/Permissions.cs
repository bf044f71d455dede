using TeacherGrowthHub.Kernel.Permissions;

namespace TeacherGrowthHub.People;

/// <summary>What the people module lets somebody do.</summary>
public sealed class PeoplePermissions : IPermissionProvider
{
    /// <summary>Give teachers of the organisation one-time codes.</summary>
    public const string ManageAccounts = "People.ManageAccounts";

    /// <summary>Everything an administrator of the whole site does.</summary>
    public const string ManageSite = "Site.Manage";

    public IEnumerable<Permission> Permissions => [new(ManageAccounts, "管理账号"), new(ManageSite, "管理本站")];
}
