using TeacherGrowthHub.Kernel.Shell;

namespace TeacherGrowthHub.TrainingHours;

/// <summary>A teacher's own certificates, and their verification for everybody.</summary>
public sealed class CertificatesNavigation : INavigationProvider
{
    public IEnumerable<NavigationItem> Account => [new("学时证明", "/my/certificates", 22, "certificate", HoursPermissions.Claim)];

    public IEnumerable<NavigationItem> Foot => [new("学时证明查验", "/verify", 20, "shield-check")];
}
