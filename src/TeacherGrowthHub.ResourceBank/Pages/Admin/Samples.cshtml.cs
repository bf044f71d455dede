using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.ResourceBank.Services;

namespace TeacherGrowthHub.ResourceBank.Pages.Admin;

/// <summary>Removes the sample library.</summary>
[RequirePermission(ResourcePermissions.ManageSamples)]
public sealed class SamplesModel(SampleLibrary samples) : HubPageModel
{
    public IActionResult OnGet() => LocalRedirect("/admin");

    public async Task<IActionResult> OnPostAsync()
    {
        var count = await samples.RemoveAsync(await WhoAsync(), HttpContext.RequestAborted);
        Done("已移除{0}份示例资源。", count);
        return LocalRedirect("/admin");
    }
}
