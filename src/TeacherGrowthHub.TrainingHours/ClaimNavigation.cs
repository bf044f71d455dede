using TeacherGrowthHub.Kernel.Shell;

namespace TeacherGrowthHub.TrainingHours;

/// <summary>Claims of one's own, and the queue of those who check them.</summary>
public sealed class ClaimNavigation : INavigationProvider
{
    public IEnumerable<NavigationItem> Main => [new("学时审核", "/certify", 50, "list-check", HoursPermissions.Check)];

    public IEnumerable<NavigationItem> Account => [new("学时申报", "/my/hours/claims", 21, "clipboard-check", HoursPermissions.Claim)];
}
