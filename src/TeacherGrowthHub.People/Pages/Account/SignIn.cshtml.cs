using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Services;

namespace TeacherGrowthHub.People.Pages.Account;

/// <summary>Sign in with teacher number (工号) or mobile number. One message for both fields; it never says which was wrong.</summary>
[AllowAnonymous]
public sealed class SignInModel(
    AccountService accounts,
    SignInManager<Domain.Account> signIn,
    AuditTrail audit,
    HubDbContext database,
    TimeProvider clock
) : HubPageModel
{
    private const string Wrong = "工号、手机号或密码不对，还可以再试 {0} 次。";
    private const string WrongUnknown = "工号、手机号或密码不对。";
    private const string Locked = "错误次数太多，账号已锁定 {0} 分钟。忘记密码可以向本校管理员索取一次性代码。";

    [BindProperty]
    public string Login { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    /// <summary>Stay signed in on this device for thirty days.</summary>
    [BindProperty]
    public bool Keep { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public void OnGet() { }

    public Task<IActionResult> OnPostAsync() =>
        AttemptAsync(async () =>
        {
            await SignInAsync();
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/my");
        });

    private async Task SignInAsync()
    {
        var account = await accounts.FindAsync(Login, HttpContext.RequestAborted) ?? throw new RefusedException(WrongUnknown);
        var result = await signIn.CheckPasswordSignInAsync(account, Password, lockoutOnFailure: true);
        if (result.IsLockedOut)
            throw new RefusedException(Locked, (int)signIn.Options.Lockout.DefaultLockoutTimeSpan.TotalMinutes);
        if (!result.Succeeded)
            throw new RefusedException(Wrong, signIn.Options.Lockout.MaxFailedAccessAttempts - account.AccessFailedCount);
        await signIn.SignInAsync(
            account,
            new AuthenticationProperties { IsPersistent = Keep, ExpiresUtc = Keep ? clock.GetUtcNow().AddDays(30) : null }
        );
        audit.Record(
            new HubUser(account.Id, account.TeacherId, account.DisplayName, null, []),
            "Account.SignedIn",
            nameof(Account),
            account.Id
        );
        await database.SaveChangesAsync();
    }
}
