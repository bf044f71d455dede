using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Services.Accounts;

namespace TeacherGrowthHub.People.Pages.Admin.Accounts;

/// <summary>A sheet of slips with one-time codes, to be printed, cut and handed out. The codes are made by the post and shown only by it.</summary>
[RequirePermission(PeoplePermissions.ManageAccounts)]
public sealed class SlipsModel(AccountSlips slips, SiteSettings settings) : HubPageModel
{
    /// <summary>Chosen accounts.</summary>
    [BindProperty(SupportsGet = true)]
    public List<string> Id { get; set; } = [];

    /// <summary>An import; its accounts that are not activated yet.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Batch { get; set; }

    /// <summary>Which sheet of a large import.</summary>
    [BindProperty(SupportsGet = true)]
    public int Part { get; set; } = 1;

    public SlipSheet Sheet { get; private set; } = new([], 0, 1);
    public IReadOnlyList<AccountSlip> Slips { get; private set; } = [];
    public string SiteName { get; private set; } = "";
    public string Address => ActivationLink.Site(Request);

    private SlipChoice Choice => new(Id, Batch, Part);

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() =>
        AttemptAsync(
            async () =>
            {
                Slips = await slips.IssueAsync(await WhoAsync(), Choice, HttpContext.RequestAborted);
                await LoadAsync();
                return Page();
            },
            LoadAsync
        );

    public string LinkOf(AccountSlip slip) => ActivationLink.Of(Request, slip.Person.Number, slip.Code);

    private async Task LoadAsync()
    {
        SiteName = (await settings.GetAsync<SiteProfile>(HttpContext.RequestAborted)).SiteName;
        Sheet = await slips.PreviewAsync(await WhoAsync(), Choice, HttpContext.RequestAborted);
    }
}
