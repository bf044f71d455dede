using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Requests;
using TeacherGrowthHub.TrainingHours.Services.Requests;

namespace TeacherGrowthHub.TrainingHours.Pages.Certify;

/// <summary>Requests that wait for the county, and those it has decided.</summary>
[RequirePermission(HoursPermissions.Certify)]
public sealed class RequestsModel(RequestReader reader, RequestDecisions decisions, TeacherHistories histories) : HubPageModel
{
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The request whose form was sent.</summary>
    [BindProperty(Name = "Request")]
    public string? RequestId { get; set; }

    public IReadOnlyList<HourRequest> Waiting { get; private set; } = [];
    public IReadOnlyList<HourRequest> Decided { get; private set; } = [];
    public IReadOnlyDictionary<string, TeacherHistory> Teachers { get; private set; } = new Dictionary<string, TeacherHistory>();

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostGrantAsync() =>
        ActAsync(
            user => decisions.DecideAsync(RequestId!, grant: true, Reason, user, HttpContext.RequestAborted),
            "已同意，教师会收到通知。"
        );

    public Task<IActionResult> OnPostRefuseAsync() =>
        ActAsync(
            user => decisions.DecideAsync(RequestId!, grant: false, Reason, user, HttpContext.RequestAborted),
            "已记为未同意，教师会收到通知。"
        );

    public Task<IActionResult> OnPostTakeBackAsync() =>
        ActAsync(user => decisions.TakeBackAsync(RequestId!, Reason, user, HttpContext.RequestAborted), "已收回，教师会收到通知。");

    private Task<IActionResult> ActAsync(Func<HubUser, Task> act, string done) =>
        AttemptAsync(
            async () =>
            {
                await act(await WhoAsync());
                Done(done);
                return RedirectToPage();
            },
            LoadAsync
        );

    private async Task LoadAsync()
    {
        var user = await WhoAsync();
        Waiting = await reader.ListAsync(waiting: true, user, HttpContext.RequestAborted);
        Decided = await reader.ListAsync(waiting: false, user, HttpContext.RequestAborted);
        Teachers = await histories.OfAsync(
            [.. Waiting.Concat(Decided).Select(request => request.TeacherId).Distinct()],
            HttpContext.RequestAborted
        );
    }
}
