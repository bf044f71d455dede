using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.SignIn;

namespace TeacherGrowthHub.People.Pages.Account;

/// <summary>The second step of signing in: six digits of the authenticator app, or a recovery code.</summary>
[AllowAnonymous, AllowUnfinishedAccount]
public sealed class SecondStepModel(HubSignInManager signIn, SignInThrottle throttle, SiteSettings settings) : HubPageModel
{
    private const string Wrong = "验证码不对、已过期或已经用过，请输入验证器上最新的6位数字";
    private const string WrongRecovery = "备用码不对或已经用过";
    private const string Locked = "错误次数太多，账号已锁定 {0} 分钟。";

    [BindProperty]
    public string Code { get; set; } = "";

    /// <summary>Whether the code is one of the recovery codes.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Recovery { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Keep { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string SiteName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        return await signIn.GetTwoFactorAuthenticationUserAsync() is null ? LocalRedirect("/account/signin") : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } account)
            return LocalRedirect("/account/signin");
        return await AttemptAsync(
            async () =>
            {
                var address = HttpContext.Connection.RemoteIpAddress;
                throttle.EnsureOpen(address);
                var result = await (Recovery ? signIn.RecoveryAsync(account, Code, Keep) : signIn.AppAsync(Code, Keep));
                if (result.Succeeded)
                    return this.Onward(ReturnUrl);
                throttle.Fail(address);
                throw result.IsLockedOut
                    ? new RefusedException(Locked, (int)signIn.Options.Lockout.DefaultLockoutTimeSpan.TotalMinutes)
                    : new RefusedException(Recovery ? WrongRecovery : Wrong) { Field = "Code" };
            },
            LoadAsync
        );
    }

    private async Task LoadAsync() => SiteName = (await settings.GetAsync<SiteProfile>(HttpContext.RequestAborted)).SiteName;
}
