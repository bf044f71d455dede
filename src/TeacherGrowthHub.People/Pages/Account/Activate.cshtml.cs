using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Privacy;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.SignIn;

namespace TeacherGrowthHub.People.Pages.Account;

/// <summary>First use, or a forgotten password: the one-time code from the school sets a password.</summary>
[AllowAnonymous, AllowUnfinishedAccount]
public sealed class ActivateModel(AccountCodes codes, Consents consents, HubSignInManager signIn) : HubPageModel
{
    [BindProperty(SupportsGet = true)]
    public string Login { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    [BindProperty]
    public string Repeat { get; set; } = "";

    /// <summary>Read and agreed to the notice about personal information.</summary>
    [BindProperty]
    public bool Agree { get; set; }

    public void OnGet() { }

    public Task<IActionResult> OnPostAsync() =>
        AttemptAsync(async () =>
        {
            if (Password != Repeat)
                throw new RefusedException("两次输入的密码不一样") { Field = "Repeat" };
            if (!Agree)
                throw new RefusedException("请先阅读并同意个人信息处理告知") { Field = "Agree" };
            var account = await codes.ActivateAsync(Login, Code, Password);
            await consents.GiveAsync(account.AsActor(), HttpContext.RequestAborted);
            Done("账号已开通，欢迎您，{0}。", account.DisplayName);
            return await this.AfterPasswordAsync(signIn, account, keep: false, returnUrl: null);
        });
}
