using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Privacy;

namespace TeacherGrowthHub.People.Pages.My;

/// <summary>Closes one's own account, after saying what that means.</summary>
[RequireSignedIn]
[NotWhenActing]
public sealed class CloseModel(AccountClosing closing, SignInManager<Domain.Account> signIn) : HubPageModel
{
    [BindProperty]
    public string Password { get; set; } = "";

    /// <summary>Take the name off works whose licence lets it be.</summary>
    [BindProperty]
    public bool HidesName { get; set; }

    /// <summary>The effect was read.</summary>
    [BindProperty]
    public bool Understood { get; set; }

    public void OnGet() { }

    public Task<IActionResult> OnPostAsync() =>
        AttemptAsync(async () =>
        {
            if (!Understood)
                throw new RefusedException("请先确认已了解注销的后果") { Field = "Understood" };
            await closing.CloseAsync(await WhoAsync(), Password, HidesName, HttpContext.RequestAborted);
            await signIn.SignOutAsync();
            Done("账号已注销。感谢您使用本站。");
            return LocalRedirect("/");
        });
}
