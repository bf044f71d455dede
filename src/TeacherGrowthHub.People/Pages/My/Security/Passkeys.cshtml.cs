using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.SignIn;

namespace TeacherGrowthHub.People.Pages.My.Security;

/// <summary>What the script of passkeys talks to: options, the new passkey, and taking one away.</summary>
[RequireSignedIn, AllowUnfinishedAccount, NotWhenActing]
public sealed class PasskeysModel(UserManager<Domain.Account> users, Passkeys passkeys, SecondFactors factors, HubSignInManager signIn)
    : HubPageModel
{
    [BindProperty]
    public string Credential { get; set; } = "";

    /// <summary>What its owner calls it.</summary>
    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    /// <summary>Which passkey, base64url.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public IActionResult OnGet() => Page();

    /// <summary>Options for <c>navigator.credentials.create</c>.</summary>
    public async Task<IActionResult> OnPostOptionsAsync()
    {
        var account = await AccountAsync();
        return await MustProveAnotherAsync(account) ? Forbid() : Content(await passkeys.CreationOptionsAsync(account), "application/json");
    }

    public async Task<IActionResult> OnPostAddAsync()
    {
        var account = await AccountAsync();
        if (await MustProveAnotherAsync(account))
            return Forbid();
        return await AttemptAsync(async () =>
        {
            await passkeys.AddAsync(account, Credential, Name);
            await signIn.StrengthenAsync(account, SecondFactorDemand.WithPasskey);
            Done("已添加通行密钥，以后可以不输密码登录。");
            return LocalRedirect("/my/security");
        });
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        var account = await AccountAsync();
        if (await MustProveAnotherAsync(account))
            return Forbid();
        return await AttemptAsync(async () =>
        {
            await factors.EnsurePasswordAsync(account, Password);
            await passkeys.RemoveAsync(account, Id);
            Done("已移除通行密钥。");
            return LocalRedirect("/my/security");
        });
    }

    // A password alone must not replace a second factor that is demanded.
    private async Task<bool> MustProveAnotherAsync(Domain.Account account) =>
        HttpContext.Features.Get<SignInState>()?.NeedsSecondFactor == true && await factors.HasAnyAsync(account);

    private async Task<Domain.Account> AccountAsync() => (await users.GetUserAsync(User))!;
}
