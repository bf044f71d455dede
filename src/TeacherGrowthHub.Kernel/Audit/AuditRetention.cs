using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Settings;

namespace TeacherGrowthHub.Kernel.Audit;

/// <summary>Settings: how long the audit trail is kept.</summary>
public sealed class AuditRetention : ICheckedSettings
{
    /// <summary>网络安全法 article 21 (3): logs are kept for no less than six months.</summary>
    public const int MinMonths = 6;

    /// <summary>Months; whatever is stored, <see cref="MinMonths"/> are kept.</summary>
    public int Months { get; set; } = 24;

    /// <summary>The months that are really kept.</summary>
    public int KeptMonths() => Math.Clamp(Months, MinMonths, 1200);

    public void Check()
    {
        if (Months < MinMonths)
            throw new RefusedException("审计记录至少保留 {0} 个月", MinMonths) { Field = nameof(Months) };
    }
}
