using TeacherGrowthHub.Kernel.Shell;

namespace TeacherGrowthHub.People;

/// <summary>The account's own pages.</summary>
public sealed class PeopleNavigation : INavigationProvider
{
    public IEnumerable<NavigationItem> Account => [new("个人资料", "/my/profile", 80, "user"), new("账号安全", "/my/security", 81, "lock")];
}
