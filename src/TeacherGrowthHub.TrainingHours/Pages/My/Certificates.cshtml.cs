using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.TrainingHours.Domain.Certificates;
using TeacherGrowthHub.TrainingHours.Services.Certificates;

namespace TeacherGrowthHub.TrainingHours.Pages.My;

/// <summary>A teacher's own certificates.</summary>
[RequirePermission(HoursPermissions.Claim)]
public sealed class CertificatesModel(CertificateReader reader, SiteAddress site) : HubPageModel
{
    public IReadOnlyList<Certificate> Own { get; private set; } = [];

    public string LinkOf(Certificate certificate) => $"{site.Value}/verify/{certificate.Code}";

    public async Task OnGetAsync() => Own = await reader.OwnAsync(await WhoAsync(), HttpContext.RequestAborted);
}
