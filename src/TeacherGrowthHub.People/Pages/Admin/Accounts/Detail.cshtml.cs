using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.SignIn;

namespace TeacherGrowthHub.People.Pages.Admin.Accounts;

/// <summary>One account: how it stands, a one-time code, unlocking, signing out, a lost second factor, its sign-ins.</summary>
[RequirePermission(PeoplePermissions.ManageAccounts)]
public sealed class DetailModel(
    AccountAdministration administration,
    SecondFactors factors,
    AccountSessions sessions,
    SignInHistory history,
    TimeProvider clock
) : HubPageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public Domain.Account Account { get; private set; } = null!;
    public AccountState State { get; private set; }
    public bool MayTakeOver { get; private set; }
    public bool HasSecondFactor { get; private set; }
    public int OpenSessions { get; private set; }
    public IReadOnlyList<SignInAttempt> Attempts { get; private set; } = [];

    /// <summary>The code just opened; shown this once.</summary>
    public string? Code { get; private set; }

    /// <summary>Where its owner activates the account, number and code filled in.</summary>
    public string Link => ActivationLink.Of(Request, Account.UserName!, Code!);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostCodeAsync()
    {
        Code = await administration.IssueCodeAsync(await WhoAsync(), Id, HttpContext.RequestAborted);
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostUnlockAsync()
    {
        await administration.UnlockAsync(await WhoAsync(), Id, HttpContext.RequestAborted);
        Done("已解除锁定。");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndSessionsAsync()
    {
        await administration.EndSessionsAsync(await WhoAsync(), Id, HttpContext.RequestAborted);
        Done("这个账号已在所有设备上退出。");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostResetFactorAsync()
    {
        await administration.ResetSecondFactorAsync(await WhoAsync(), Id, HttpContext.RequestAborted);
        Done("已解除验证器和通行密钥，并在所有设备上退出。");
        return RedirectToPage();
    }

    private async Task LoadAsync()
    {
        var user = await WhoAsync();
        Account = await administration.FindAsync(user, Id, HttpContext.RequestAborted);
        State = Account.StateAt(clock.GetUtcNow());
        MayTakeOver = State != AccountState.Closed && await administration.MayTakeOverAsync(user, Id, HttpContext.RequestAborted);
        HasSecondFactor = await factors.HasAnyAsync(Account);
        OpenSessions = (await sessions.OpenOfAsync(Id, HttpContext.RequestAborted)).Count;
        Attempts = await history.OfAsync(Id, HttpContext.RequestAborted);
    }
}
