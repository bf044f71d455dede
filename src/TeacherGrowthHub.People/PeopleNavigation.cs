using TeacherGrowthHub.Kernel.Shell;

namespace TeacherGrowthHub.People;

/// <summary>The account's own pages.</summary>
public sealed class PeopleNavigation : INavigationProvider
{
    public IEnumerable<NavigationItem> Account =>
        [new("个人资料", "/my/profile", 80, "user"), new("修改密码", "/account/password", 81, "lock")];

    public IEnumerable<NavigationItem> Admin => [new("Excel 导入导出", "/admin/imports", 60, "upload", PeoplePermissions.Enter)];
}
