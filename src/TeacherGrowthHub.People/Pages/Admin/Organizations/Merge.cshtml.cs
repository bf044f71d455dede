using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Organizations;

namespace TeacherGrowthHub.People.Pages.Admin.Organizations;

/// <summary>Lets an organisation become part of another, after saying what goes along and what stays.</summary>
[RequirePermission(PeoplePermissions.ManageOrganizations)]
public sealed class MergeModel(
    OrganizationRecord record,
    OrganizationOverview overview,
    OrganizationMergers mergers,
    SchoolCalendar calendar
) : OrganizationPage(record, calendar)
{
    /// <summary>Id of the successor.</summary>
    [BindProperty]
    public string? Into { get; set; }

    /// <summary>That the consequences were read: a merger cannot be taken back as a whole.</summary>
    [BindProperty]
    public bool Confirmed { get; set; }
    public OrganizationImpact Impact { get; private set; } = null!;

    /// <summary>Possible successors by the name of what lies above them.</summary>
    public IReadOnlyList<IGrouping<string, Organization>> Targets { get; private set; } = [];

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
            if (!Confirmed)
                throw new RefusedException("请先确认已了解合并的后果") { Field = nameof(Confirmed) };
            await mergers.MergeAsync(Id, Into, Act, Reader, HttpContext.RequestAborted);
            Done("“{0}”已合并。", Organization.Name);
            return Back();
        });
    }

    private async Task ShowAsync()
    {
        await LoadAsync();
        Impact = await Record.ImpactAsync(Organization, withBelow: false, HttpContext.RequestAborted);
        var all = await overview.TargetsAsync(Reader, HttpContext.RequestAborted);
        var names = all.ToDictionary(target => target.Path, target => target.Name);
        Targets =
        [
            .. all.Where(target => target.Id != Organization.Id && target.IsSchool == Organization.IsSchool && Reader.MayManage(target))
                .GroupBy(target => names.GetValueOrDefault(OrganizationPath.Parent(target.Path) ?? "", "")),
        ];
    }
}
