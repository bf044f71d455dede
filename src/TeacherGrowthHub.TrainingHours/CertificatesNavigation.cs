using TeacherGrowthHub.Kernel.Shell;

namespace TeacherGrowthHub.TrainingHours;

/// <summary>A teacher's own certificates.</summary>
public sealed class CertificatesNavigation : INavigationProvider
{
    public IEnumerable<NavigationItem> Account => [new("学时证明", "/my/certificates", 22, "certificate", HoursPermissions.Claim)];
}
