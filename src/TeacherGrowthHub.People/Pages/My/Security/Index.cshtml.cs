using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.SignIn;

namespace TeacherGrowthHub.People.Pages.My.Security;

/// <summary>What protects the account: password, second factor, e-mail address, open sessions, and who has tried to sign in.</summary>
[RequireSignedIn]
[NotWhenActing]
public sealed class IndexModel(
    UserManager<Domain.Account> users,
    OwnSessions own,
    SignInHistory history,
    HubSignInManager signIn,
    IMailSender mail
) : HubPageModel
{
    public Domain.Account Account { get; private set; } = null!;
    public IReadOnlyList<UserPasskeyInfo> Passkeys { get; private set; } = [];
    public IReadOnlyList<AccountSession> Sessions { get; private set; } = [];
    public IReadOnlyList<SignInAttempt> Attempts { get; private set; } = [];
    public bool HasMail => mail.IsConfigured;
    public int RecoveryCodes { get; private set; }

    public async Task OnGetAsync()
    {
        Account = (await users.GetUserAsync(User))!;
        Passkeys = [.. await users.GetPasskeysAsync(Account)];
        Sessions = await own.ListAsync(Account.Id, HttpContext.RequestAborted);
        Attempts = await history.OfAsync(Account.Id, HttpContext.RequestAborted);
        RecoveryCodes = Account.TwoFactorEnabled ? await users.CountRecoveryCodesAsync(Account) : 0;
    }

    /// <summary>Ends one other session.</summary>
    public async Task<IActionResult> OnPostEndAsync(string session)
    {
        await own.EndAsync(await WhoAsync(), session, HttpContext.RequestAborted);
        Done("已退出那台设备。");
        return RedirectToPage();
    }

    /// <summary>Ends all other sessions and all bearer tokens.</summary>
    public async Task<IActionResult> OnPostEndOthersAsync()
    {
        await own.EndOthersAsync(await WhoAsync(), signIn.SessionId, HttpContext.RequestAborted);
        Done("其他设备都已退出。");
        return RedirectToPage();
    }

    public bool IsThisOne(AccountSession session) => session.Id == signIn.SessionId;

    /// <summary>A UTC instant as people here read it.</summary>
    public static string When(DateTime utc) => SchoolCalendar.Local(utc).ToString("yyyy-MM-dd HH:mm");
}
