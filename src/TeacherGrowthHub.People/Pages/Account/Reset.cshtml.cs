using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.SignIn;

namespace TeacherGrowthHub.People.Pages.Account;

/// <summary>A new password by the link of an e-mail.</summary>
[AllowAnonymous, AllowUnfinishedAccount]
public sealed class ResetModel(PasswordLinks links, HubSignInManager signIn) : HubPageModel
{
    /// <summary>Whose.</summary>
    [BindProperty(SupportsGet = true)]
    public string Account { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    [BindProperty]
    public string Repeat { get; set; } = "";

    public void OnGet() { }

    public Task<IActionResult> OnPostAsync() =>
        AttemptAsync(async () =>
        {
            if (Password != Repeat)
                throw new RefusedException("两次输入的密码不一样") { Field = "Repeat" };
            var account = await links.ResetAsync(Account, Token, Password);
            Done("密码已重新设置。");
            return await this.AfterPasswordAsync(signIn, account, keep: false, returnUrl: null);
        });
}
