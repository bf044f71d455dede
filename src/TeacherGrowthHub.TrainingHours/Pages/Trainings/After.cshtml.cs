using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Services.Trainings;

namespace TeacherGrowthHub.TrainingHours.Pages.Trainings;

/// <summary>What a participant hands in: homework and feedback.</summary>
[RequirePermission(HoursPermissions.Claim)]
[FormSizeLimit(MaxFormBytes)]
public sealed class AfterModel(TrainingViews views, Homeworks homeworks, Feedbacks feedbacks, TimeProvider clock) : HubPageModel
{
    private const long MaxFormBytes = Homeworks.MaxBytes + (1 << 20);

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty(Name = "File")]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public int? Score { get; set; }

    [BindProperty]
    public string? Words { get; set; }
    public TrainingView View { get; private set; } = null!;
    public Homework? Homework { get; private set; }
    public string TeacherId { get; private set; } = "";
    public bool MayGiveFeedback =>
        View.Own is { State: EnrolmentState.Enrolled, HasGivenFeedback: false } && clock.GetUtcNow().UtcDateTime >= View.Training.Start;

    public async Task<IActionResult> OnGetAsync()
    {
        await ShowAsync();
        Text = Homework?.Text;
        return View.Own is { State: EnrolmentState.Enrolled } ? Page() : LocalRedirect($"/trainings/{Id}");
    }

    public Task<IActionResult> OnPostHomeworkAsync() =>
        AttemptAsync(
            async () =>
            {
                await using var content = Upload?.OpenReadStream();
                var file = content is null ? ((string, Stream)?)null : (Upload!.FileName, content);
                await homeworks.SubmitAsync(Id, Text, file, await WhoAsync(), HttpContext.RequestAborted);
                Done("作业已交。组织者批改后会显示结果。");
                return LocalRedirect($"/trainings/{Id}/after");
            },
            ShowAsync
        );

    public Task<IActionResult> OnPostFeedbackAsync() =>
        AttemptAsync(
            async () =>
            {
                await feedbacks.GiveAsync(Id, Score, Words, await WhoAsync(), HttpContext.RequestAborted);
                Done("谢谢您的反馈。");
                return LocalRedirect($"/trainings/{Id}/after");
            },
            ShowAsync
        );

    private async Task ShowAsync()
    {
        var user = await WhoAsync();
        View = await views.OfAsync(Id, user, HttpContext.RequestAborted);
        TeacherId = user.TeacherId ?? "";
        Homework = await homeworks.FindAsync(Id, TeacherId, HttpContext.RequestAborted);
    }
}
