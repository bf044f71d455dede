using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.SignIn;

namespace TeacherGrowthHub.People.Pages.Account;

/// <summary>A second factor is owed before anything else can be opened: how to set one up, or to show the one there is.</summary>
[RequireSignedIn, AllowUnfinishedAccount, NotWhenActing]
public sealed class SecondFactorModel(UserManager<Domain.Account> users, SecondFactors factors) : HubPageModel
{
    /// <summary>Whether the account has one, which this session was opened without.</summary>
    public bool HasOne { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (HttpContext.Features.Get<SignInState>()?.NeedsSecondFactor != true)
            return LocalRedirect("/my/security");
        HasOne = await factors.HasAnyAsync((await users.GetUserAsync(User))!);
        return Page();
    }
}
