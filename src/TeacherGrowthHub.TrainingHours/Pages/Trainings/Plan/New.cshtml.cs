using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.TrainingHours.Services.Trainings;

namespace TeacherGrowthHub.TrainingHours.Pages.Trainings.Plan;

/// <summary>Adds a line to a plan.</summary>
[RequirePermission(HoursPermissions.Plan)]
public sealed class NewModel(TrainingPlans plans, TrainingFormChoices choices) : ItemPage(choices)
{
    [BindProperty(SupportsGet = true)]
    public string Organization { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    public override string Address => $"/trainings/plan/new?organization={Uri.EscapeDataString(Organization)}&year={Year}";

    public async Task OnGetAsync()
    {
        if (!(await WhoAsync()).Can(HoursPermissions.Plan, Organization))
            throw new RefusedException("这个单位不在您的范围内") { Kind = RefusalKind.Forbidden };
        await OfferAsync(Year);
    }

    public Task<IActionResult> OnPostAsync() =>
        AttemptAsync(
            async () =>
            {
                await plans.AddAsync(Organization, Year, Form, await WhoAsync(), HttpContext.RequestAborted);
                Done("已加入计划。");
                return LocalRedirect(PlanOf(Organization, Year));
            },
            OnGetAsync
        );
}
