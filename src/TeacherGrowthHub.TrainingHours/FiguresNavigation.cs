using TeacherGrowthHub.Kernel.Shell;

namespace TeacherGrowthHub.TrainingHours;

/// <summary>The own hours of teachers, the figures of officers, and those that everybody may see.</summary>
public sealed class FiguresNavigation : INavigationProvider
{
    public IEnumerable<NavigationItem> Main =>
        [
            new("我的学时", "/my/hours", 50, "clock", HoursPermissions.Claim),
            new("数据看板", "/figures", 80, "list-check", HoursPermissions.ViewFigures),
        ];

    public IEnumerable<NavigationItem> Account => [new("我的学时", "/my/hours", 3, "clock", HoursPermissions.Claim)];

    public IEnumerable<NavigationItem> Foot => [new("学时公开数据", "/figures/public", 10, "list-check")];
}
