using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Services;

namespace TeacherGrowthHub.ResourceBank.Pages.Review;

/// <summary>One submission: text and files side by side, publish or return, then the next.</summary>
[RequirePermission(ResourcePermissions.Review)]
public sealed class ReviewModel(WorkLoader works, WorkViews views, ResourceReviews reviews, AuditTrail audit) : HubPageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string Note { get; set; } = "";

    /// <summary>Second person's confirmation, cases only.</summary>
    [BindProperty]
    public bool Confirmed { get; set; }
    public WorkView? View { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await ShowAsync();
        if (View is null)
            return LocalRedirect("/review");
        if (View.Work.Kind == WorkKind.Case)
            await audit.RecordViewAsync(await WhoAsync(), nameof(Work), Id, View.Work.OrganizationPath, HttpContext.RequestAborted);
        return Page();
    }

    private async Task ShowAsync()
    {
        var work = await works.ForReviewAsync(Id, await WhoAsync(), HttpContext.RequestAborted);
        if (work.Working is { State: VersionState.Submitted } version)
            View = await views.OfAsync(work, version, HttpContext.RequestAborted);
    }

    public Task<IActionResult> OnPostPublishAsync() => DecideAsync(user => reviews.PublishAsync(Id, Confirmed, user), "已发布。");

    public Task<IActionResult> OnPostReturnAsync() =>
        DecideAsync(user => reviews.ReturnAsync(Id, Note, user), "已退回，作者会收到您的意见。");

    private async Task<IActionResult> DecideAsync(Func<HubUser, Task> decide, string done)
    {
        var answer = await AttemptAsync(
            async () =>
            {
                var user = await WhoAsync();
                await decide(user);
                Done(done);
                var next = (await reviews.QueueAsync(user, cancellationToken: HttpContext.RequestAborted)).FirstOrDefault();
                return LocalRedirect(next is null ? "/review" : $"/review/{next.WorkId}");
            },
            ShowAsync
        );
        if (answer is not PageResult || View is not null)
            return answer;
        Done("这份资源刚刚已由别人处理。");
        return LocalRedirect("/review");
    }
}
