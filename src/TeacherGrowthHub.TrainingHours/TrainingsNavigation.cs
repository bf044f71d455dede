using TeacherGrowthHub.Kernel.Shell;

namespace TeacherGrowthHub.TrainingHours;

/// <summary>Entries of trainings: the calendar for everybody, the own ones, and the planning.</summary>
public sealed class TrainingsNavigation : INavigationProvider
{
    public IEnumerable<NavigationItem> Main => [new("培训", "/trainings", 30, "calendar-event")];

    public IEnumerable<NavigationItem> Account => [new("我的培训", "/my/trainings", 20, "calendar-event", HoursPermissions.Claim)];

    public IEnumerable<NavigationItem> Admin => [new("培训活动", "/trainings/manage", 35, "calendar-event", HoursPermissions.Plan)];
}
