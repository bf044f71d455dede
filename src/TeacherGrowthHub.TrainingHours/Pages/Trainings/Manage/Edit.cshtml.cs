using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.TrainingHours.Services.Trainings;

namespace TeacherGrowthHub.TrainingHours.Pages.Trainings.Manage;

/// <summary>Changes a training.</summary>
[RequirePermission(HoursPermissions.Plan)]
public sealed class EditModel(TrainingFormChoices choices, TrainingPlanning planning, TrainingLoader trainings) : TrainingFormPage(choices)
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";
    public override bool IsNew => false;

    public async Task OnGetAsync()
    {
        Form = TrainingForm.Of(await trainings.OwnAsync(Id, await WhoAsync(), HttpContext.RequestAborted));
        await OfferAsync();
    }

    public Task<IActionResult> OnPostAsync() =>
        AttemptAsync(
            async () =>
            {
                await planning.ChangeAsync(Id, Form, await WhoAsync(), HttpContext.RequestAborted);
                Done("已保存。");
                return LocalRedirect($"/trainings/manage/{Id}");
            },
            OfferAsync
        );
}
