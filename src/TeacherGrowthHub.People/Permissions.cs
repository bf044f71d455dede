using TeacherGrowthHub.Kernel.Permissions;

namespace TeacherGrowthHub.People;

/// <summary>What the people module lets somebody do.</summary>
public sealed class PeoplePermissions : IPermissionProvider
{
    /// <summary>Come to the administration pages, which show what one may do there.</summary>
    public const string Enter = "Site.Enter";

    /// <summary>Everything an administrator of the whole site does.</summary>
    public const string ManageSite = "Site.Manage";

    /// <summary>Correct the attributes of an organisation.</summary>
    public const string EditOrganizations = "People.EditOrganizations";

    /// <summary>Create, move, merge and close organisations.</summary>
    public const string ManageOrganizations = "People.ManageOrganizations";

    /// <summary>Keep the records of teachers: posts, duties, transfers, corrections, the new school year, imports.</summary>
    public const string ManageTeachers = "People.ManageTeachers";

    /// <summary>Create accounts, hand out one-time codes, end sessions.</summary>
    public const string ManageAccounts = "People.ManageAccounts";

    /// <summary>Let others hold roles, as far as one holds their permissions or may pass them on.</summary>
    public const string GrantRoles = "People.GrantRoles";

    /// <summary>See the site as somebody else does, to help; never more than oneself may.</summary>
    public const string ActFor = "People.ActFor";

    public IEnumerable<Permission> Permissions =>
        [
            new(Enter, "进入管理页"),
            new(ManageSite, "管理本站"),
            new(EditOrganizations, "修改单位信息"),
            new(ManageOrganizations, "新建、调整、合并、关闭单位"),
            new(ManageTeachers, "管理教师信息"),
            new(ManageAccounts, "管理账号"),
            new(GrantRoles, "授予角色"),
            new(ActFor, "代为操作"),
        ];
}
