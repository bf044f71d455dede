using TeacherGrowthHub.Kernel.Shell;

namespace TeacherGrowthHub.People;

/// <summary>The account's own pages, and those of administrators.</summary>
public sealed class PeopleNavigation : INavigationProvider
{
    public IEnumerable<NavigationItem> Account => [new("个人资料", "/my/profile", 80, "user"), new("账号安全", "/my/security", 81, "lock")];

    public IEnumerable<NavigationItem> Admin =>
        [
            new("账号", "/admin/accounts", 40, "user", PeoplePermissions.ManageAccounts),
            new("群机器人", "/admin/messages", 45, "message", PeoplePermissions.ManageAccounts),
        ];
}
