using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People;

namespace TeacherGrowthHub.Web;

/// <summary>The shell's own entries.</summary>
public sealed class WebNavigation : INavigationProvider
{
    public IEnumerable<NavigationItem> Main =>
        [new("首页", "/", 10, "home"), new("管理", "/admin", 90, "settings", PeoplePermissions.Enter)];

    public IEnumerable<NavigationItem> Account => [new("我的成长", "/my", 1, "user"), new("通知", "/my/notifications", 2, "bell")];
}
