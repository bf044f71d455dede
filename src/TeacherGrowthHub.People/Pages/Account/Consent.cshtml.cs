using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Privacy;

namespace TeacherGrowthHub.People.Pages.Account;

/// <summary>Asks for agreement to the present notice about personal information, before anything else is opened.</summary>
[RequireSignedIn]
[NotWhenActing]
public sealed class ConsentModel(Consents consents) : HubPageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Whether another wording, or this one before it was taken back, was agreed to.</summary>
    public bool IsAskedAgain { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var account = (await WhoAsync()).AccountId!;
        if (await consents.HasAsync(account, HttpContext.RequestAborted))
            return Next();
        IsAskedAgain = (await consents.OfAsync(account, HttpContext.RequestAborted)).Count > 0;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await consents.GiveAsync(await WhoAsync(), HttpContext.RequestAborted);
        return Next();
    }

    private LocalRedirectResult Next() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/my");
}
