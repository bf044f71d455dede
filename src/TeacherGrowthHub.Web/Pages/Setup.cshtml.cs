using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.Web.Hosting;

namespace TeacherGrowthHub.Web.Pages;

/// <summary>The first administrator's page, reached by the link printed at start; gone once an account exists.</summary>
[AllowAnonymous]
public sealed class SetupModel(SiteSetup setup, SetupLink link, SignInManager<Account> signIn) : HubPageModel
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty]
    public SetupForm Form { get; set; } = new();

    [BindProperty]
    public string Repeat { get; set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        await EnsureOpenAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await EnsureOpenAsync();
        return await AttemptAsync(async () =>
        {
            if (Form.Password != Repeat)
                throw new RefusedException("两次输入的密码不一样") { Field = "Repeat" };
            if (string.IsNullOrWhiteSpace(Form.Number) || string.IsNullOrWhiteSpace(Form.Name))
                throw new RefusedException("请填写管理员的工号和姓名") { Field = "Number" };
            var account = await setup.RunAsync(Form, HttpContext.RequestAborted);
            await signIn.SignInAsync(account, isPersistent: false);
            Done("设置完成，欢迎您，{0}。", account.DisplayName);
            return LocalRedirect("/admin");
        });
    }

    private async Task EnsureOpenAsync()
    {
        if (!link.IsRight(Key) || !await setup.IsNeededAsync(HttpContext.RequestAborted))
            throw new RefusedException("设置链接无效或已用过") { Kind = RefusalKind.NotFound };
    }
}
