using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Services.Trainings;

namespace TeacherGrowthHub.TrainingHours.Pages.Trainings;

/// <summary>Where the room's code leads: the signed-in teacher confirms to be there, or to go.</summary>
[RequirePermission(HoursPermissions.Claim)]
public sealed class CheckInModel(CheckIns checkIns) : HubPageModel
{
    [BindProperty(SupportsGet = true)]
    public string Session { get; set; } = "";

    /// <summary>Scanned or typed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>The code, kept for this person.</summary>
    [BindProperty]
    public string? Ticket { get; set; }
    public SessionAtDoor Door { get; private set; } = null!;

    /// <summary>What the code is for; null while there is none.</summary>
    public CodePurpose? Purpose { get; private set; }

    public Task<IActionResult> OnGetAsync() => string.IsNullOrEmpty(Code) ? ShowAsync() : OnPostReadAsync();

    /// <summary>Reads a code and asks to confirm.</summary>
    public Task<IActionResult> OnPostReadAsync() =>
        AttemptAsync(
            async () =>
            {
                var user = await WhoAsync();
                Door = await checkIns.FindAsync(Session, user, HttpContext.RequestAborted);
                (Ticket, Purpose) = await checkIns.ReadAsync(Door, Code, user, HttpContext.RequestAborted);
                return Page();
            },
            ShowAsync
        );

    /// <summary>Confirms.</summary>
    public Task<IActionResult> OnPostAsync() =>
        AttemptAsync(
            async () =>
            {
                var user = await WhoAsync();
                Door = await checkIns.FindAsync(Session, user, HttpContext.RequestAborted);
                var purpose = await checkIns.ConfirmAsync(Door, Ticket, user, HttpContext.RequestAborted);
                Done(purpose == CodePurpose.CheckIn ? "已签到。结束时请记得签退。" : "已签退。学时在培训结束后自动登记。");
                return LocalRedirect($"/trainings/{Door.Training.Id}");
            },
            ShowAsync
        );

    private async Task<IActionResult> ShowAsync()
    {
        try
        {
            Door = await checkIns.FindAsync(Session, await WhoAsync(), HttpContext.RequestAborted);
            return Page();
        }
        catch (RefusedException refusal) when (refusal.Kind == RefusalKind.Conflict)
        {
            Done(refusal.Text);
            return LocalRedirect("/my/trainings");
        }
    }
}
