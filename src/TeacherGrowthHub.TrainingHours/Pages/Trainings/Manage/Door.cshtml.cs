using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Services.Trainings;

namespace TeacherGrowthHub.TrainingHours.Pages.Trainings.Manage;

/// <summary>Staff at the door read a teacher's personal code: scanned by the phone's camera, or typed.</summary>
[RequirePermission(HoursPermissions.Plan)]
public sealed class DoorModel(TrainingLoader trainings, RosterTicks ticks, TimeProvider clock) : HubPageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>The teacher of a scanned code.</summary>
    [BindProperty(SupportsGet = true, Name = "who")]
    public string? Person { get; set; }

    [BindProperty]
    public string? Session { get; set; }

    [BindProperty]
    public bool IsOut { get; set; }
    public Training Training { get; private set; } = null!;
    public RosterRow? Found { get; private set; }

    /// <summary>The session that runs, or comes next.</summary>
    public TrainingSession Nearest =>
        Training.Schedule.FirstOrDefault(session => session.End.AddHours(1) >= clock.GetUtcNow().UtcDateTime) ?? Training.Schedule[^1];

    public Task<IActionResult> OnGetAsync() => string.IsNullOrEmpty(Code) ? PageAsync() : OnPostReadAsync();

    /// <summary>Says whose code it is.</summary>
    public Task<IActionResult> OnPostReadAsync() =>
        AttemptAsync(
            async () =>
            {
                Found = await ticks.WhoseAsync(Id, Code, Person, await WhoAsync(), HttpContext.RequestAborted);
                return await PageAsync();
            },
            ShowAsync
        );

    /// <summary>Notes the person.</summary>
    public Task<IActionResult> OnPostAsync() =>
        AttemptAsync(
            async () =>
            {
                var purpose = IsOut ? CodePurpose.CheckOut : CodePurpose.CheckIn;
                await ticks.PassAsync(Id, Session ?? "", Person ?? "", purpose, await WhoAsync(), HttpContext.RequestAborted);
                Done(IsOut ? "已签退。" : "已签到。");
                return LocalRedirect($"/trainings/manage/{Id}/door");
            },
            ShowAsync
        );

    private async Task<IActionResult> PageAsync()
    {
        await ShowAsync();
        return Page();
    }

    private async Task ShowAsync() => Training = await trainings.OwnAsync(Id, await WhoAsync(), HttpContext.RequestAborted);
}
