using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Services.Trainings;

namespace TeacherGrowthHub.TrainingHours.Pages.Trainings.Manage;

/// <summary>Who gets hours and who not, and why; then the training is closed.</summary>
[RequirePermission(HoursPermissions.Plan)]
public sealed class CloseModel(TrainingClosing closing, TimeProvider clock) : HubPageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";
    public ClosingSheet Sheet { get; private set; } = null!;
    public string? OwnTeacherId { get; private set; }
    public bool MayClose => Sheet.Training.State == TrainingState.Open && Sheet.Training.End <= clock.GetUtcNow().UtcDateTime;

    public Task OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostAsync() =>
        AttemptAsync(
            async () =>
            {
                Done(
                    "培训已结束，登记了{0}人的学时，等待认定。",
                    await closing.CloseAsync(Id, await WhoAsync(), HttpContext.RequestAborted)
                );
                return LocalRedirect($"/trainings/manage/{Id}/close");
            },
            ShowAsync
        );

    private async Task ShowAsync()
    {
        var user = await WhoAsync();
        OwnTeacherId = user.TeacherId;
        Sheet = await closing.PreviewAsync(Id, user, HttpContext.RequestAborted);
    }
}
