using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.TrainingHours.Services.Claims;

namespace TeacherGrowthHub.TrainingHours.Pages.Certify;

/// <summary>Certifying a selection: first what it would do, then in one act, which can be undone.</summary>
[RequirePermission(HoursPermissions.Certify)]
public sealed class BulkModel(ClaimCertification certification, ClaimMatches matches, ClaimQueue queue) : HubPageModel
{
    /// <summary>The most claims of a filter in one act.</summary>
    public const int Most = 500;

    [BindProperty]
    public List<string> Ids { get; set; } = [];

    public CertifiedSelection? Selection { get; private set; }
    public IReadOnlyList<ClaimRow> Rows { get; private set; } = [];

    public IActionResult OnGet() => Redirect("/certify");

    public async Task<IActionResult> OnPostAsync()
    {
        if (Ids.Count == 0)
            return Redirect("/certify");
        await LoadAsync();
        return Page();
    }

    /// <summary>Everything that a filter of the queue finds, whatever is ticked.</summary>
    public async Task<IActionResult> OnPostAllAsync([FromQuery] QueueFilter filter)
    {
        Ids = [.. await matches.IdsAsync(filter.Asked, await WhoAsync(), Most, HttpContext.RequestAborted)];
        return await OnPostAsync();
    }

    public Task<IActionResult> OnPostCertifyAsync() =>
        AttemptAsync(
            async () =>
            {
                Selection = await certification.CertifyAsync(Ids, await WhoAsync(), cancellationToken: HttpContext.RequestAborted);
                return Page();
            },
            LoadAsync
        );

    private async Task LoadAsync()
    {
        Selection = await certification.PreviewAsync(Ids, await WhoAsync(), HttpContext.RequestAborted);
        Rows = await queue.RowsAsync(Selection.Certified, HttpContext.RequestAborted);
    }
}
