using TeacherGrowthHub.Kernel.Permissions;

namespace TeacherGrowthHub.Kernel.Audit;

/// <summary>Who may read the audit trail: the lines of the own organisation and all below it.</summary>
public sealed class AuditPermissions : IPermissionProvider
{
    public const string View = "Audit.View";

    public IEnumerable<Permission> Permissions => [new(View, "查看审计记录")];
}
