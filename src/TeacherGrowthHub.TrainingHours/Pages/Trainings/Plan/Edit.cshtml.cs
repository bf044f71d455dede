using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Services.Trainings;

namespace TeacherGrowthHub.TrainingHours.Pages.Trainings.Plan;

/// <summary>Changes or removes a line of a plan.</summary>
[RequirePermission(HoursPermissions.Plan)]
public sealed class EditModel(TrainingPlans plans, TrainingFormChoices choices) : ItemPage(choices)
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";
    public override string Address => $"/trainings/plan/{Id}";
    public PlanItem Item { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await ShowAsync();
        Form = TrainingPlans.FormOf(Item);
    }

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(async user =>
        {
            await plans.ChangeAsync(Id, Form, user, HttpContext.RequestAborted);
            Done("已保存。");
        });

    public Task<IActionResult> OnPostRemoveAsync() =>
        DoAsync(async user =>
        {
            await plans.RemoveAsync(Id, user, HttpContext.RequestAborted);
            Done("已从计划中删除。");
        });

    private Task<IActionResult> DoAsync(Func<HubUser, Task> act) =>
        AttemptAsync(
            async () =>
            {
                await ShowAsync();
                await act(await WhoAsync());
                return LocalRedirect(PlanOf(Item.Path, Item.SchoolYear));
            },
            ShowAsync
        );

    private async Task ShowAsync()
    {
        Item = await plans.FindAsync(Id, await WhoAsync(), HttpContext.RequestAborted);
        await OfferAsync(Item.SchoolYear);
    }
}
