using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.People.Pages.Admin.Corrections;

/// <summary>Requests of teachers to have their records corrected: accept, or refuse with a reason.</summary>
[RequirePermission(PeoplePermissions.ManageTeachers)]
public sealed class IndexModel(CorrectionDecisions decisions, PeopleDirectory directory) : HubPageModel
{
    private const string Here = "/admin/corrections";

    /// <summary>Path of the only organisation that is listed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Organization { get; set; }

    public OnlyAt? At { get; private set; }

    /// <summary>The request that is decided.</summary>
    [BindProperty]
    public string Line { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }
    public IReadOnlyList<CorrectionRequest> Open { get; private set; } = [];
    public IReadOnlyList<CorrectionRequest> Decided { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var user = await WhoAsync();
        At = await OnlyAt.FindAsync(directory, Organization, user, PeoplePermissions.ManageTeachers, Here, HttpContext.RequestAborted);
        Open = await decisions.OpenAsync(user, At?.Path, HttpContext.RequestAborted);
        Decided = await decisions.DecidedAsync(user, HttpContext.RequestAborted);
    }

    public Task<IActionResult> OnPostAcceptAsync() =>
        DecideAsync(user => decisions.AcceptAsync(Line, user, HttpContext.RequestAborted), "已更正，教师会收到通知。");

    public Task<IActionResult> OnPostRefuseAsync() =>
        DecideAsync(user => decisions.RefuseAsync(Line, Reason, user, HttpContext.RequestAborted), "已答复，教师会收到通知。");

    private Task<IActionResult> DecideAsync(Func<HubUser, Task> decide, string done) =>
        AttemptAsync(
            async () =>
            {
                await decide(await WhoAsync());
                Done(done);
                return LocalRedirect(Organization is null ? Here : QueryHelpers.AddQueryString(Here, "organization", Organization));
            },
            OnGetAsync
        );
}
