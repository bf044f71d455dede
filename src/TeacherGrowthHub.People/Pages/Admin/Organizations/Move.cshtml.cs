using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Organizations;

namespace TeacherGrowthHub.People.Pages.Admin.Organizations;

/// <summary>Puts an organisation below another, after saying what goes along.</summary>
[RequirePermission(PeoplePermissions.ManageOrganizations)]
public sealed class MoveModel(OrganizationRecord record, OrganizationOverview overview, OrganizationMoves moves, SchoolCalendar calendar)
    : OrganizationPage(record, calendar)
{
    /// <summary>Id of the organisation above which is chosen.</summary>
    [BindProperty]
    public string? Parent { get; set; }

    [BindProperty]
    public string? Code { get; set; }
    public OrganizationImpact Impact { get; private set; } = null!;
    public IReadOnlyList<Organization> Targets { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await ShowAsync();
        (On, Code) = (Today, Organization.Code);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        return await AttemptAsync(async () =>
        {
            await moves.MoveAsync(Id, Parent, Code, Act, Reader, HttpContext.RequestAborted);
            Done("“{0}”已调整隶属。", Organization.Name);
            return Back();
        });
    }

    private async Task ShowAsync()
    {
        await LoadAsync();
        Impact = await Record.ImpactAsync(Organization, withBelow: true, HttpContext.RequestAborted);
        var all = await overview.TargetsAsync(Reader, HttpContext.RequestAborted);
        Targets = [.. all.Where(target => !target.IsSchool && target.Id != Organization.ParentId && target.Id != Organization.Id)];
    }
}
