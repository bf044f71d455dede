using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Organizations;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.People.Pages.Admin.Teachers;

/// <summary>Takes over a teacher whom another school has released, by the exact number.</summary>
[RequirePermission(PeoplePermissions.ManageTeachers)]
public sealed class ReceiveModel(TeacherTransfers transfers, OrganizationChoices organizations, SchoolCalendar calendar) : HubPageModel
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? School { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }
    public IReadOnlyList<Organization> Schools { get; private set; } = [];

    public async Task OnGetAsync()
    {
        On ??= calendar.Today;
        Schools = await organizations.SchoolsAsync(PeoplePermissions.ManageTeachers, await WhoAsync(), HttpContext.RequestAborted);
    }

    public Task<IActionResult> OnPostAsync() =>
        AttemptAsync(
            async () =>
            {
                var day = On ?? calendar.Today;
                var id = await transfers.TakeOverAsync(Number, School, day, await WhoAsync(), HttpContext.RequestAborted);
                Done("已接收，请核对职责。");
                return LocalRedirect("/admin/teachers/" + id);
            },
            OnGetAsync
        );
}
