using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.People.Pages.Account;

/// <summary>A forgotten password: a link by e-mail where there is a mail server, and whom to ask, by school. Tells nothing about whether an account exists.</summary>
[AllowAnonymous, AllowUnfinishedAccount]
public sealed class ForgottenModel(PeopleDirectory directory, SiteSettings settings, PasswordLinks links) : HubPageModel
{
    /// <summary>Path of the chosen school.</summary>
    [BindProperty(SupportsGet = true)]
    public string? School { get; set; }
    public IReadOnlyList<Domain.Organization> Schools { get; private set; } = [];
    public IReadOnlyList<PermissionHolder> Holders { get; private set; } = [];
    public string Contact { get; private set; } = "";

    /// <summary>Whose password, for the link by e-mail.</summary>
    [BindProperty]
    public string Login { get; set; } = "";
    public bool CanMail => links.CanSend;

    /// <summary>Whether a link has just been asked for.</summary>
    public bool IsAsked { get; private set; }

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() =>
        AttemptAsync(
            async () =>
            {
                if (CanMail)
                    await links.AskAsync(Login, HttpContext.RequestAborted);
                IsAsked = true;
                await LoadAsync();
                return Page();
            },
            LoadAsync
        );

    private async Task LoadAsync()
    {
        var all = await directory.OpenOrganizationsAsync(HttpContext.RequestAborted);
        Schools = [.. all.Where(organization => organization.IsSchool)];
        Contact = (await settings.GetAsync<SiteProfile>(HttpContext.RequestAborted)).AccountContact;
        if (Schools.Any(school => school.Path == School))
            Holders = await directory.HoldersAsync(PeoplePermissions.ManageAccounts, School!, HttpContext.RequestAborted);
    }
}
