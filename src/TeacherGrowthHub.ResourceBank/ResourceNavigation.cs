using TeacherGrowthHub.Kernel.Shell;

namespace TeacherGrowthHub.ResourceBank;

/// <summary>The bank's entries.</summary>
public sealed class ResourceNavigation : INavigationProvider
{
    public IEnumerable<NavigationItem> Main =>
        [new("资源库", "/resources", 20, "books"), new("资源审核", "/review", 60, "list-check", ResourcePermissions.Review)];

    public IEnumerable<NavigationItem> Actions => [new("上传资源", "/my/resources/new", 10, "upload", ResourcePermissions.Author)];

    public IEnumerable<NavigationItem> Account => [.. Actions, new("我的资源", "/my/resources", 10, "books")];
}
