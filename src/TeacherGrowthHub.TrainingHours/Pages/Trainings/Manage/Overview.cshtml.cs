using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Services.Trainings;

namespace TeacherGrowthHub.TrainingHours.Pages.Trainings.Manage;

/// <summary>One training for its officers: where it stands and what comes next.</summary>
[RequirePermission(HoursPermissions.Plan)]
public sealed class OverviewModel(
    TrainingLoader trainings,
    TrainingDecisions decisions,
    TrainingPlanning planning,
    TrainingReader reader,
    PeopleDirectory people,
    TimeProvider clock
) : HubPageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }
    public Training Training { get; private set; } = null!;
    public int Taken { get; private set; }
    public int Waiting { get; private set; }

    /// <summary>Name of the organisation that must approve; null when nobody must.</summary>
    public string? Approver { get; private set; }
    public bool MayApprove { get; private set; }
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostSubmitAsync() =>
        DoAsync(async user =>
            await decisions.SubmitAsync(Id, user, HttpContext.RequestAborted) == TrainingState.Open
                ? "已公布，可以报名了。"
                : "已提交，上级批准后公布。"
        );

    public Task<IActionResult> OnPostWithdrawAsync() =>
        DoAsync(user => decisions.WithdrawAsync(Id, user, HttpContext.RequestAborted), "已撤回，可以修改。");

    public Task<IActionResult> OnPostApproveAsync() =>
        DoAsync(user => decisions.ApproveAsync(Id, user, HttpContext.RequestAborted), "已批准，培训已公布。");

    public Task<IActionResult> OnPostRefuseAsync() =>
        DoAsync(user => decisions.RefuseAsync(Id, Reason, user, HttpContext.RequestAborted), "已退回组织者，并说明了原因。");

    public Task<IActionResult> OnPostCancelAsync() =>
        DoAsync(user => decisions.CancelAsync(Id, Reason, user, HttpContext.RequestAborted), "已取消，报名的教师都会收到通知。");

    public Task<IActionResult> OnPostDeleteAsync() =>
        AttemptAsync(
            async () =>
            {
                await planning.DeleteAsync(Id, await WhoAsync(), HttpContext.RequestAborted);
                Done("草稿已删除。");
                return LocalRedirect("/trainings/manage");
            },
            ShowAsync
        );

    private Task<IActionResult> DoAsync(Func<HubUser, Task> act, string done) =>
        DoAsync(async user =>
        {
            await act(user);
            return done;
        });

    private Task<IActionResult> DoAsync(Func<HubUser, Task<string>> act) =>
        AttemptAsync(
            async () =>
            {
                Done(await act(await WhoAsync()));
                return LocalRedirect($"/trainings/manage/{Id}");
            },
            ShowAsync
        );

    private async Task ShowAsync()
    {
        var user = await WhoAsync();
        Training = await trainings.OwnAsync(Id, user, HttpContext.RequestAborted);
        var (byCounty, waiting) = await reader.EnrolledAsync(Id, HttpContext.RequestAborted);
        (Taken, Waiting) = (byCounty.Values.Sum(), waiting);
        var approver =
            Training.State == TrainingState.AwaitingApproval ? Training.ApprovalPath
            : Training.State == TrainingState.Draft ? await decisions.ApproverAsync(Training, user, HttpContext.RequestAborted)
            : null;
        MayApprove = Training.State == TrainingState.AwaitingApproval && user.Can(HoursPermissions.Plan, Training.ApprovalPath);
        Approver = approver is null ? null : (await people.OrganizationAsync(approver, HttpContext.RequestAborted))?.Name;
    }
}
