using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.SignIn;

namespace TeacherGrowthHub.People.Pages.My.Security;

/// <summary>Proves an e-mail address: first the address and the password, then the code that was sent there.</summary>
[RequireSignedIn]
[NotWhenActing]
public sealed class EmailModel(UserManager<Domain.Account> users, EmailAddresses addresses, SecondFactors factors) : HubPageModel
{
    [BindProperty]
    public string Email { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    [BindProperty]
    public string Code { get; set; } = "";

    /// <summary>Whether a code is on its way to the address.</summary>
    public bool IsSent { get; private set; }

    public void OnGet() { }

    public Task<IActionResult> OnPostAsync() =>
        AttemptAsync(async () =>
        {
            var account = (await users.GetUserAsync(User))!;
            await factors.EnsurePasswordAsync(account, Password);
            await addresses.AskAsync(account, Email, HttpContext.RequestAborted);
            IsSent = true;
            return Page();
        });

    public Task<IActionResult> OnPostConfirmAsync()
    {
        IsSent = true;
        return AttemptAsync(async () =>
        {
            await addresses.ConfirmAsync((await users.GetUserAsync(User))!, Email, Code);
            Done("邮箱已验证。");
            return LocalRedirect("/my/security");
        });
    }
}
