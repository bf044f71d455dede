using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.SignIn;

namespace TeacherGrowthHub.People.Pages.My.Security;

/// <summary>The authenticator app: set up with a QR code, new recovery codes, turned off.</summary>
[RequireSignedIn, AllowUnfinishedAccount, NotWhenActing]
public sealed class AppModel(UserManager<Domain.Account> users, SecondFactors factors, HubSignInManager signIn, SiteSettings settings)
    : HubPageModel
{
    [BindProperty]
    public string Code { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    public Domain.Account Account { get; private set; } = null!;

    /// <summary>The key to type where no camera is.</summary>
    public string Key { get; private set; } = "";

    /// <summary>What the QR code holds.</summary>
    public string Uri { get; private set; } = "";
    public string SiteName { get; private set; } = "";

    /// <summary>Recovery codes just made; shown this once.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        return await MustProveAnotherAsync() ? LocalRedirect(AccountGate.SecondFactorPage) : Page();
    }

    public Task<IActionResult> OnPostEnableAsync() =>
        ChangeAsync(async () =>
        {
            RecoveryCodes = await factors.EnableAsync(Account, Code);
            await signIn.StrengthenAsync(Account, SecondFactorDemand.WithApp);
        });

    public Task<IActionResult> OnPostRenewAsync() =>
        ChangeAsync(async () => RecoveryCodes = await factors.RenewCodesAsync(Account, Password));

    public Task<IActionResult> OnPostDisableAsync() => ChangeAsync(() => factors.DisableAsync(Account, Password));

    private async Task<IActionResult> ChangeAsync(Func<Task> change)
    {
        await LoadAsync();
        if (await MustProveAnotherAsync())
            return LocalRedirect(AccountGate.SecondFactorPage);
        return await AttemptAsync(async () =>
        {
            await change();
            return RecoveryCodes.Count > 0 ? Page() : LocalRedirect("/my/security");
        });
    }

    // A password alone must not replace a passkey that is demanded.
    private async Task<bool> MustProveAnotherAsync() =>
        HttpContext.Features.Get<SignInState>()?.NeedsSecondFactor == true && await factors.HasAnyAsync(Account);

    private async Task LoadAsync()
    {
        Account = (await users.GetUserAsync(User))!;
        SiteName = (await settings.GetAsync<SiteProfile>(HttpContext.RequestAborted)).SiteName;
        if (Account.TwoFactorEnabled)
            return;
        Key = await factors.KeyAsync(Account);
        Uri = AuthenticatorUri.Of(SiteName, Account.UserName!, Key);
    }
}
