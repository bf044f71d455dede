using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Organizations;

namespace TeacherGrowthHub.People.Pages.Admin.Organizations;

/// <summary>A new organisation below the one named in the address.</summary>
[RequirePermission(PeoplePermissions.ManageOrganizations)]
public sealed class NewModel(OrganizationRecord record, OrganizationRegister register, SchoolCalendar calendar)
    : OrganizationPage(record, calendar)
{
    /// <summary>Id of the organisation above.</summary>
    [BindProperty(SupportsGet = true)]
    public string Parent { get; set; } = "";

    [BindProperty]
    public OrganizationForm Form { get; set; } = new() { IsLegalPerson = true };

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public OrganizationKind? Kind { get; set; }

    /// <summary>What may lie below it.</summary>
    public IReadOnlyList<OrganizationKind> Kinds =>
        Organization.Kind == OrganizationKind.City ? [OrganizationKind.County, OrganizationKind.CityRunSchool] : [OrganizationKind.School];

    public async Task OnGetAsync()
    {
        await LoadParentAsync();
        On = Today;
        Kind = Kinds[0];
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadParentAsync();
        return await AttemptAsync(async () =>
        {
            var kind = Kind ?? Kinds[0];
            var wanted = new NewOrganization(Organization.Id, Code, kind, Form.Profile(kind != OrganizationKind.County));
            var made = await register.CreateAsync(wanted, Act, Reader, HttpContext.RequestAborted);
            Done("已新建“{0}”。", made.Name);
            return Back(made.Id);
        });
    }

    private async Task LoadParentAsync()
    {
        Id = Parent;
        await LoadAsync();
        if (Organization.IsSchool || !Reader.MayManageBelow(Organization))
            throw new RefusedException("您不能在这里新建单位") { Kind = RefusalKind.Forbidden };
    }
}
