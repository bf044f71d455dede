using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.People.Pages.Admin.Teachers;

/// <summary>Gives a teacher a duty.</summary>
[RequirePermission(PeoplePermissions.ManageTeachers)]
public sealed class DutyModel(TeacherRecords records, TeacherDuties duties, SchoolCalendar calendar) : HubPageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public DutyKind? Kind { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    [BindProperty]
    public string? Document { get; set; }

    [BindProperty]
    public string? ClassName { get; set; }
    public Teacher Teacher { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Teacher = await records.FindAsync(Id, await WhoAsync(), HttpContext.RequestAborted);
        From ??= calendar.Today;
    }

    public Task<IActionResult> OnPostAsync() =>
        AttemptAsync(
            async () =>
            {
                var profile = new DutyProfile(Kind ?? DutyKind.SubjectTeacher, From ?? calendar.Today, To, Document, ClassName);
                await duties.AddAsync(Id, profile, await WhoAsync(), HttpContext.RequestAborted);
                Done("职责已登记。");
                return LocalRedirect("/admin/teachers/" + Id);
            },
            OnGetAsync
        );
}
