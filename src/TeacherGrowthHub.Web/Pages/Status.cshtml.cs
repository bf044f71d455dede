using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.Web.Hosting;

namespace TeacherGrowthHub.Web.Pages;

/// <summary>What stands in place of a page that cannot be shown: why, and what to do next.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class StatusModel : HubPageModel
{
    public int Code { get; private set; }

    /// <summary>The reason in words, when there is one.</summary>
    public string? Reason { get; private set; }
    public string FailedPath { get; private set; } = "/";
    public bool IsGuest { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!HttpContext.Items.TryGetValue(StatusPages.PathKey, out var path))
            return NotFound();
        Code = Response.StatusCode;
        Reason = HttpContext.Items[StatusPages.ReasonKey] as string;
        FailedPath = path as string ?? "/";
        IsGuest = !(await WhoAsync()).IsSignedIn;
        return Page();
    }
}
