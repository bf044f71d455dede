using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.TrainingHours.Domain.Certificates;
using TeacherGrowthHub.TrainingHours.Services.Certificates;

namespace TeacherGrowthHub.TrainingHours.Pages.Certificates;

/// <summary>How far a batch has come; it can be left and come back to.</summary>
[RequirePermission(HoursPermissions.Issue)]
public sealed class BatchModel(CertificateBatches batches) : HubPageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public CertificateBatch Batch { get; private set; } = null!;
    public int Issued { get; private set; }

    public async Task OnGetAsync()
    {
        Batch = await batches.FindAsync(Id, await WhoAsync(), HttpContext.RequestAborted);
        Issued = await batches.IssuedCountAsync(Batch, HttpContext.RequestAborted);
    }
}
