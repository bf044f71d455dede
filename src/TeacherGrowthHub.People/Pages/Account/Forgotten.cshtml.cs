using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Services;

namespace TeacherGrowthHub.People.Pages.Account;

/// <summary>A forgotten password: names whom to ask, by school. Tells nothing about whether an account exists.</summary>
[AllowAnonymous]
public sealed class ForgottenModel(PeopleDirectory directory, SiteSettings settings) : HubPageModel
{
    /// <summary>Path of the chosen school.</summary>
    [BindProperty(SupportsGet = true)]
    public string? School { get; set; }
    public IReadOnlyList<Domain.Organization> Schools { get; private set; } = [];
    public IReadOnlyList<PermissionHolder> Holders { get; private set; } = [];
    public string Contact { get; private set; } = "";

    public async Task OnGetAsync()
    {
        var all = await directory.OpenOrganizationsAsync(HttpContext.RequestAborted);
        Schools = [.. all.Where(organization => organization.IsSchool)];
        Contact = (await settings.GetAsync<SiteProfile>(HttpContext.RequestAborted)).AccountContact;
        if (Schools.Any(school => school.Path == School))
            Holders = await directory.HoldersAsync(PeoplePermissions.ManageAccounts, School!, HttpContext.RequestAborted);
    }
}
