using TeacherGrowthHub.Kernel.Shell;

namespace TeacherGrowthHub.TrainingHours;

/// <summary>The rules of hours in the work area of administrators.</summary>
public sealed class RulesNavigation : INavigationProvider
{
    public IEnumerable<NavigationItem> Admin => [new("学时规则", "/hours/rules", 65, "list-check", HoursPermissions.ManageRules)];
}
