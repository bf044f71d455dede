using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Organizations;

namespace TeacherGrowthHub.People.Pages.Admin.Organizations;

/// <summary>One organisation: facts, history, and the form that corrects the attributes.</summary>
[RequirePermission(PeoplePermissions.EditOrganizations)]
public sealed class DetailModel(OrganizationRecord record, OrganizationRegister register, SchoolCalendar calendar)
    : OrganizationPage(record, calendar)
{
    [BindProperty]
    public OrganizationForm Form { get; set; } = new();

    public bool MayEdit => Reader.MayEdit(Organization) && Organization.IsOpen(Today);
    public bool MayManage => Reader.MayManage(Organization);

    /// <summary>Moves and mergers are of what exists; a county lies below the city and nowhere else.</summary>
    public bool MayMove => MayManage && Organization.IsSchool && Organization.ClosedOn is null;
    public bool MayEnd => MayManage && Organization.Kind != OrganizationKind.City && Organization.ClosedOn is null;
    public bool MayReopen => MayManage && Organization.ClosedOn is not null;
    public IReadOnlyList<OrganizationGap> Gaps => OrganizationGap.Of(Organization);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Form = OrganizationForm.Of(Organization.Profile);
        On = Today;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        return await AttemptAsync(async () =>
        {
            // An empty name is asked for again where it may be changed, and absent where it may not.
            Form.Name = MayManage ? Form.Name ?? "" : Form.Name;
            await register.EditAsync(Id, Form.Profile(Organization.IsSchool), Act, Reader, HttpContext.RequestAborted);
            Done("已保存“{0}”的信息。", Organization.Name);
            return Back();
        });
    }
}
