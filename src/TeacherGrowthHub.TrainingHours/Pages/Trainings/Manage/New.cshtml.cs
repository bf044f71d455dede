using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.TrainingHours.Services.Trainings;

namespace TeacherGrowthHub.TrainingHours.Pages.Trainings.Manage;

/// <summary>Plans a training.</summary>
[RequirePermission(HoursPermissions.Plan)]
public sealed class NewModel(TrainingFormChoices choices, TrainingPlanning planning, TrainingPlans plans) : TrainingFormPage(choices)
{
    public override bool IsNew => true;

    /// <param name="item">The plan's line it fulfils, if it was begun there.</param>
    public async Task OnGetAsync(string? item)
    {
        if (item is not null)
            await TakeAsync(item);
        await OfferAsync();
        Form.Organization ??= Choices.Organizations[0].Path;
        Form.Provider ??= Choices.Organizations.FirstOrDefault(own => own.Path == Form.Organization)?.Name;
    }

    public Task<IActionResult> OnPostAsync() =>
        AttemptAsync(
            async () =>
            {
                var id = await planning.CreateAsync(Form, await WhoAsync(), HttpContext.RequestAborted);
                Done("草稿已保存。核对后公布，教师就能报名。");
                return LocalRedirect($"/trainings/manage/{id}");
            },
            OfferAsync
        );

    private async Task TakeAsync(string id)
    {
        var item = await plans.FindAsync(id, await WhoAsync(), HttpContext.RequestAborted);
        (Form.PlanItem, Form.Organization, Form.Title) = (item.Id, item.Path, item.Title);
        (Form.Kind, Form.Duties) = (item.Kind, [.. item.Duties]);
    }
}
