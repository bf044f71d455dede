namespace TeacherGrowthHub.TrainingHours.Domain.Certificates;

/// <summary>Chinese source texts.</summary>
public static class CertificateLabels
{
    public static string Label(this CertificateKind kind) => kind == CertificateKind.Year ? "学年学时证明" : "单项学时证明";

    public static string Label(this CertificateState state) =>
        state switch
        {
            CertificateState.Valid => "有效",
            CertificateState.Superseded => "已换发",
            CertificateState.Revoked => "已作废",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
}
