using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Services.Organizations;

namespace TeacherGrowthHub.People.Pages.Admin.Organizations;

/// <summary>Takes the end of an organisation back.</summary>
[RequirePermission(PeoplePermissions.ManageOrganizations)]
public sealed class ReopenModel(OrganizationRecord record, OrganizationClosings closings, SchoolCalendar calendar)
    : OrganizationPage(record, calendar)
{
    public async Task OnGetAsync()
    {
        await LoadAsync();
        On = Organization.ClosedOn > Today ? Organization.ClosedOn : Today;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        return await AttemptAsync(async () =>
        {
            await closings.ReopenAsync(Id, Act, Reader, HttpContext.RequestAborted);
            Done("“{0}”已恢复。", Organization.Name);
            return Back();
        });
    }
}
