using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.TrainingHours.Domain.Certificates;
using TeacherGrowthHub.TrainingHours.Services.Certificates;

namespace TeacherGrowthHub.TrainingHours.Pages.Certificates;

/// <summary>One certificate: look, download, revoke, issue anew.</summary>
[RequirePermission(HoursPermissions.Issue)]
public sealed class DetailModel(CertificateReader reader, CertificateLife life, SiteAddress site) : HubPageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    public Certificate Certificate { get; private set; } = null!;
    public bool IsOwn { get; private set; }

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostRevokeAsync() =>
        AttemptAsync(
            async () =>
            {
                await life.RevokeAsync(Id, Reason, await WhoAsync(), HttpContext.RequestAborted);
                Done("证明已作废，查验页会显示“已作废”。");
                return Redirect($"/certificates/{Id}");
            },
            LoadAsync
        );

    public Task<IActionResult> OnPostReissueAsync() =>
        AttemptAsync(
            async () =>
            {
                if (await life.ReissueAsync(Id, site.Value, await WhoAsync(), HttpContext.RequestAborted) is not { } fresh)
                {
                    Done("内容没有变化，原来的证明继续有效。");
                    return Redirect($"/certificates/{Id}");
                }
                Done("已换发新证明 {0}，原来的证明显示“已换发”。", fresh.Number);
                return Redirect($"/certificates/{fresh.Id}");
            },
            LoadAsync
        );

    private async Task LoadAsync()
    {
        var user = await WhoAsync();
        Certificate = await reader.ForOfficerAsync(Id, user, HttpContext.RequestAborted);
        IsOwn = Certificate.TeacherId == user.TeacherId;
    }
}
