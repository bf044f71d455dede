using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.TrainingHours.Domain.Certificates;

namespace TeacherGrowthHub.TrainingHours.Services.Certificates;

internal sealed class CertificateAuditWords : IAuditWords
{
    public IReadOnlyDictionary<string, string> Actions { get; } =
        new Dictionary<string, string> { ["Certificate.Issued"] = "开具了学时证明", ["Certificate.Revoked"] = "作废了学时证明" };

    public IReadOnlyDictionary<string, string> Kinds { get; } = new Dictionary<string, string> { [nameof(Certificate)] = "学时证明" };
}
