using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.SignIn;

namespace TeacherGrowthHub.People.Pages.Account;

/// <summary>Sign in with teacher number (工号) or mobile number. One message for both fields; it never says which was wrong.</summary>
[AllowAnonymous, AllowUnfinishedAccount]
public sealed class SignInModel(PasswordCheck check, HubSignInManager signIn) : HubPageModel
{
    [BindProperty]
    public string Login { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    /// <summary>The browser's JSON, from a passkey.</summary>
    [BindProperty]
    public string Credential { get; set; } = "";

    /// <summary>Stay signed in on this device for thirty days.</summary>
    [BindProperty]
    public bool Keep { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public void OnGet() { }

    public Task<IActionResult> OnPostAsync() =>
        AttemptAsync(async () =>
        {
            var account = await check.EnsureAsync(Login, Password, HttpContext.RequestAborted);
            return await this.AfterPasswordAsync(signIn, account, Keep, ReturnUrl);
        });

    /// <summary>Options for <c>navigator.credentials.get</c>: of whatever account the browser knows.</summary>
    public async Task<IActionResult> OnPostOptionsAsync() => Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    /// <summary>Signs in with what the browser answered.</summary>
    public Task<IActionResult> OnPostPasskeyAsync() =>
        AttemptAsync(async () =>
        {
            await signIn.PasskeyAsync(Credential);
            return this.Onward(ReturnUrl);
        });
}
