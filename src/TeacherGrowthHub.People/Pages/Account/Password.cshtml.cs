using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.SignIn;

namespace TeacherGrowthHub.People.Pages.Account;

/// <summary>Changes one's own password; other devices are signed out. Comes before everything else where a new password is owed.</summary>
[RequireSignedIn, AllowUnfinishedAccount, NotWhenActing]
public sealed class PasswordModel(Passwords passwords, UserManager<Domain.Account> users, HubSignInManager signIn) : HubPageModel
{
    [BindProperty]
    public string Current { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    [BindProperty]
    public string Repeat { get; set; } = "";

    /// <summary>Whether nothing else can be opened before.</summary>
    public bool IsOwed => HttpContext.Features.Get<SignInState>()?.MustChangePassword == true;

    public void OnGet() { }

    public Task<IActionResult> OnPostAsync() =>
        AttemptAsync(async () =>
        {
            if (Password != Repeat)
                throw new RefusedException("两次输入的密码不一样") { Field = "Repeat" };
            var account = (await users.GetUserAsync(User))!;
            await passwords.ChangeAsync(account, Current, Password, signIn.SessionId);
            await signIn.RefreshSignInAsync(account);
            Done("密码已修改，其他设备需要重新登录。");
            return LocalRedirect(IsOwed ? "/my" : "/my/security");
        });
}
