using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Services.Accounts;

namespace TeacherGrowthHub.People.Pages.Account;

/// <summary>Ends acting for somebody; reached by the banner's button.</summary>
[RequireSignedIn]
public sealed class StopActingModel(Acting acting) : HubPageModel
{
    public IActionResult OnGet() => LocalRedirect("/my");

    public async Task<IActionResult> OnPostAsync()
    {
        await acting.StopAsync(await WhoAsync(), HttpContext.RequestAborted);
        return LocalRedirect("/admin");
    }
}
