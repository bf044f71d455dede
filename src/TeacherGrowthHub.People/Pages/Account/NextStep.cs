using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Services.SignIn;

namespace TeacherGrowthHub.People.Pages.Account;

/// <summary>Where a sign-in goes on.</summary>
internal static class NextStep
{
    private const string Home = "/my";

    /// <summary>After a right password: the second step where there is one, else where the person wanted to go.</summary>
    public static async Task<IActionResult> AfterPasswordAsync(
        this PageModel page,
        HubSignInManager signIn,
        Domain.Account account,
        bool keep,
        string? returnUrl
    )
    {
        var result = await signIn.ContinueAsync(account, keep);
        if (result.RequiresTwoFactor)
            return page.RedirectToPage("/Account/SecondStep", new { keep, returnUrl });
        return result.Succeeded ? page.Onward(returnUrl) : throw new RefusedException("这个账号不能登录");
    }

    /// <summary>Where the person wanted to go, if that is on this site.</summary>
    public static IActionResult Onward(this PageModel page, string? returnUrl) =>
        page.LocalRedirect(page.Url.IsLocalUrl(returnUrl) ? returnUrl! : Home);
}
