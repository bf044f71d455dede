using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Keys;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.People.Pages.Admin.Keys;

/// <summary>Keys of other systems: make one, whose secret is shown once, and revoke.</summary>
[RequirePermission(PeoplePermissions.ManageSite)]
public sealed class IndexModel(IntegrationKeys keys, PeopleDirectory directory, SchoolCalendar calendar) : HubPageModel
{
    private const int UsualMonths = 12;

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Organization { get; set; } = "";

    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    [BindProperty]
    public DateOnly? ExpiresOn { get; set; }

    /// <summary>The secret of the key just made; in no later answer.</summary>
    public string? Secret { get; private set; }
    public IReadOnlyList<IntegrationKey> Keys { get; private set; } = [];
    public IReadOnlyList<Organization> Organizations { get; private set; } = [];
    public IReadOnlyList<Permission> Offered => keys.Offered;
    public DateOnly Today => calendar.Today;

    public async Task OnGetAsync()
    {
        ExpiresOn ??= Today.AddMonths(UsualMonths);
        await LoadAsync();
    }

    public Task<IActionResult> OnPostAsync() =>
        AttemptAsync(
            async () =>
            {
                var form = new IntegrationKeyForm(Name, Organization, Chosen, ExpiresOn);
                Secret = await keys.CreateAsync(form, await WhoAsync(), HttpContext.RequestAborted);
                (Name, Organization, Chosen) = ("", "", []);
                ModelState.Clear();
                await LoadAsync();
                return Page();
            },
            LoadAsync
        );

    public Task<IActionResult> OnPostRevokeAsync(string key) =>
        AttemptAsync(
            async () =>
            {
                await keys.RevokeAsync(key, await WhoAsync(), HttpContext.RequestAborted);
                Done("密钥已撤销，立即失效。");
                return RedirectToPage();
            },
            LoadAsync
        );

    /// <summary>The name of an organisation.</summary>
    public string NameOf(string path) => Organizations.FirstOrDefault(organization => organization.Path == path)?.Name ?? path;

    /// <summary>Chinese source text of a permission.</summary>
    public string LabelOf(string permission) => Offered.FirstOrDefault(known => known.Name == permission)?.Label ?? permission;

    private async Task LoadAsync()
    {
        Keys = await keys.AllAsync(HttpContext.RequestAborted);
        Organizations = await directory.OpenOrganizationsAsync(HttpContext.RequestAborted);
    }
}
