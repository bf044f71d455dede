using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Shell;

namespace TeacherGrowthHub.People;

/// <summary>The account's own pages, and the administration of people.</summary>
public sealed class PeopleNavigation : INavigationProvider
{
    public IEnumerable<NavigationItem> Account =>
        [
            new("个人资料", "/my/profile", 80, "user"),
            new("账号安全", "/my/security", 81, "lock"),
            new("个人信息与隐私", "/my/privacy", 82, "shield-check"),
        ];

    public IEnumerable<NavigationItem> Admin =>
        [
            new("单位", "/admin/organizations", 20, "school", PeoplePermissions.EditOrganizations),
            new("教师", "/admin/teachers", 30, "user", PeoplePermissions.ManageTeachers),
            new("资料更正", "/admin/corrections", 31, "edit", PeoplePermissions.ManageTeachers),
            new("新学年", "/admin/year", 32, "calendar-event", PeoplePermissions.ManageTeachers),
            new("账号", "/admin/accounts", 40, "user", PeoplePermissions.ManageAccounts),
            new("群机器人", "/admin/messages", 70, "message", PeoplePermissions.ManageAccounts),
            new("Excel 导入导出", "/admin/imports", 50, "upload", PeoplePermissions.Enter),
            new("接口密钥", "/admin/keys", 75, "lock", PeoplePermissions.ManageSite),
            new("角色", "/admin/roles", 60, "users", PeoplePermissions.GrantRoles),
            new("代为操作", "/admin/acting", 80, "user", PeoplePermissions.ActFor),
            new("审计记录", "/admin/audit", 90, "list-check", AuditPermissions.View),
        ];
}
