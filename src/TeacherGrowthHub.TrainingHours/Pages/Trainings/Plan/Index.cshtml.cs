using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Services.Organizations;
using TeacherGrowthHub.TrainingHours.Services.Trainings;

namespace TeacherGrowthHub.TrainingHours.Pages.Trainings.Plan;

/// <summary>The year's training plan of an organisation, with progress against it.</summary>
[RequirePermission(HoursPermissions.Plan)]
public sealed class IndexModel(TrainingPlans plans, TrainingFormChoices choices, OrganizationChoices organizations, SchoolCalendar calendar)
    : HubPageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Organization { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }
    public IReadOnlyList<OrganizationChoice> Organizations { get; private set; } = [];
    public IReadOnlyList<int> Years { get; private set; } = [];
    public IReadOnlyList<PlanLine> Lines { get; private set; } = [];
    public string Query => $"organization={Uri.EscapeDataString(Organization!)}&year={Year}";

    public async Task OnGetAsync()
    {
        var user = await WhoAsync();
        Organizations = await organizations.NearAsync(HoursPermissions.Plan, Organization, user, HttpContext.RequestAborted);
        Years = [.. (await calendar.YearsAsync(HttpContext.RequestAborted)).Select(year => year.Id)];
        Organization ??= Organizations[0].Path;
        Year ??= await choices.YearAsync(HttpContext.RequestAborted);
        Lines = await plans.OfAsync(Organization, Year.Value, user, HttpContext.RequestAborted);
    }
}
