using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Services.Accounts;

namespace TeacherGrowthHub.People.Pages.Account;

/// <summary>Ends the session of this device.</summary>
[AllowAnonymous, AllowUnfinishedAccount]
public sealed class SignOutModel(SignInManager<Domain.Account> signIn) : HubPageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        return LocalRedirect("/");
    }
}
