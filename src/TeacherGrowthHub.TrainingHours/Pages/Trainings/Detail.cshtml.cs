using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Pages;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Services.Trainings;

namespace TeacherGrowthHub.TrainingHours.Pages.Trainings;

/// <summary>A training: what it is, and the reader's own place in it.</summary>
[AllowAnonymous]
public sealed class DetailModel(TrainingViews views, SignUps signUps, TimeProvider clock) : HubPageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>The person has seen what else is at that time.</summary>
    [BindProperty]
    public bool Accept { get; set; }
    public TrainingView View { get; private set; } = null!;
    public HubUser Who { get; private set; } = HubUser.Guest;
    public DateTime Now => clock.GetUtcNow().UtcDateTime;
    public bool HasPlace => View.Own is { State: EnrolmentState.Enrolled };
    public bool IsWaiting => View.Own is { State: EnrolmentState.Waiting };
    public bool ShowsCode => HasPlace && View.Training.State == TrainingState.Open && Now <= View.Training.End;
    public bool MayPlan => Who.Can(HoursPermissions.Plan, View.Training.Path);

    public async Task OnGetAsync() => await ShowAsync();

    /// <summary>The personal code alone, for the script that keeps it fresh.</summary>
    public async Task<IActionResult> OnGetCodeAsync()
    {
        await ShowAsync();
        return ShowsCode ? Partial("_PersonalCode", Code()) : NotFound();
    }

    public Task<IActionResult> OnPostSignUpAsync() =>
        DoAsync(async user =>
            await signUps.SignUpAsync(Id, Accept, user, HttpContext.RequestAborted) == EnrolmentState.Enrolled
                ? "报名成功。签到码会显示在这一页上。"
                : "名额已满，您已排进候补。有人退出时会自动补上并通知您。"
        );

    public Task<IActionResult> OnPostCancelAsync() =>
        DoAsync(async user =>
        {
            await signUps.CancelAsync(Id, user, HttpContext.RequestAborted);
            return "已取消报名。";
        });

    /// <summary>The reader's own code of now.</summary>
    public PersonalCode Code()
    {
        var digits = RotatingCode.At(View.Own!.Secret, CodePurpose.Personal, Now);
        var address = $"{Request.Scheme}://{Request.Host}/trainings/manage/{Id}/door?code={digits}&who={Who.TeacherId}";
        return new PersonalCode($"{digits[..3]} {digits[3..]}", QrSvg.Of(address), Who.Name, $"/trainings/{Id}?handler=Code");
    }

    private Task<IActionResult> DoAsync(Func<HubUser, Task<string>> act) =>
        AttemptAsync(
            async () =>
            {
                var user = await WhoAsync();
                if (!user.IsSignedIn)
                    throw new RefusedException("请先登录") { Kind = RefusalKind.Forbidden };
                Done(await act(user));
                return LocalRedirect($"/trainings/{Id}");
            },
            ShowAsync
        );

    private async Task ShowAsync()
    {
        Who = await WhoAsync();
        View = await views.OfAsync(Id, Who, HttpContext.RequestAborted);
    }
}
