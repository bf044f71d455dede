using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.ResourceBank.Services;

namespace TeacherGrowthHub.ResourceBank.Pages.My;

/// <summary>The working version as readers will see it.</summary>
[RequirePermission(ResourcePermissions.Author)]
public sealed class PreviewModel(WorkLoader works, WorkViews views) : HubPageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";
    public WorkView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var work = await works.OwnAsync(Id, await WhoAsync(), HttpContext.RequestAborted);
        if (work.Working is not { } version)
            return LocalRedirect($"/resources/{Id}");
        View = await views.OfAsync(work, version, HttpContext.RequestAborted);
        return Page();
    }
}
