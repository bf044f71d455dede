using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Services.Organizations;

namespace TeacherGrowthHub.People.Pages.Admin.Organizations;

/// <summary>Closes an organisation with a day; what stands in the way is said before.</summary>
[RequirePermission(PeoplePermissions.ManageOrganizations)]
public sealed class CloseModel(OrganizationRecord record, OrganizationClosings closings, SchoolCalendar calendar)
    : OrganizationPage(record, calendar)
{
    public OrganizationImpact Impact { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await ShowAsync();
        On = Today;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        return await AttemptAsync(async () =>
        {
            await closings.CloseAsync(Id, Act, Reader, HttpContext.RequestAborted);
            Done("“{0}”已关闭。", Organization.Name);
            return Back();
        });
    }

    private async Task ShowAsync()
    {
        await LoadAsync();
        Impact = await Record.ImpactAsync(Organization, withBelow: false, HttpContext.RequestAborted);
    }
}
