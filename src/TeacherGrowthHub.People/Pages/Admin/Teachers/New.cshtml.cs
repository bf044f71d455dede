using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Organizations;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.People.Pages.Admin.Teachers;

/// <summary>Registers a teacher at a school.</summary>
[RequirePermission(PeoplePermissions.ManageTeachers)]
public sealed class NewModel(TeacherEditing editing, OrganizationChoices organizations, SchoolCalendar calendar)
    : HubPageModel,
        ITeacherFormPage
{
    [BindProperty]
    public TeacherForm Form { get; set; } = new();

    [BindProperty]
    public string? School { get; set; }

    /// <summary>First day at the school.</summary>
    [BindProperty]
    public DateOnly? From { get; set; }

    /// <summary>新入职.</summary>
    [BindProperty]
    public bool IsNewEntrant { get; set; }
    public IReadOnlyList<Organization> Schools { get; private set; } = [];
    public string? MaskedMobile => null;
    public bool AsksNumber => true;

    public async Task OnGetAsync()
    {
        From ??= calendar.Today;
        Schools = await organizations.SchoolsAsync(PeoplePermissions.ManageTeachers, await WhoAsync(), HttpContext.RequestAborted);
    }

    public Task<IActionResult> OnPostAsync() =>
        AttemptAsync(
            async () =>
            {
                var id = await editing.CreateAsync(
                    Form.ToProfile(),
                    School,
                    From ?? calendar.Today,
                    IsNewEntrant,
                    await WhoAsync(),
                    HttpContext.RequestAborted
                );
                Done("已登记。接下来可以登记职责。");
                return LocalRedirect("/admin/teachers/" + id);
            },
            OnGetAsync
        );
}
