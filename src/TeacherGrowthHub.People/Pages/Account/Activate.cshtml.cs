using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Privacy;
using TeacherGrowthHub.People.Services;

namespace TeacherGrowthHub.People.Pages.Account;

/// <summary>First use, or a forgotten password: the one-time code from the school sets a password.</summary>
[AllowAnonymous]
public sealed class ActivateModel(AccountService accounts, Consents consents, SignInManager<Domain.Account> signIn) : HubPageModel
{
    [BindProperty]
    public string Login { get; set; } = "";

    [BindProperty]
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
            var account = await accounts.ActivateAsync(Login, Code, Password);
            await consents.GiveAsync(new HubUser(account.Id, account.TeacherId, account.DisplayName, null, []), HttpContext.RequestAborted);
            await signIn.SignInAsync(account, isPersistent: false);
            Done("账号已开通，欢迎您，{0}。", account.DisplayName);
            return LocalRedirect("/my");
        });
}
