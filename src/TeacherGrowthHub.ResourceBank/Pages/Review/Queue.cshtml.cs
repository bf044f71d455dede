using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.ResourceBank.Services;

namespace TeacherGrowthHub.ResourceBank.Pages.Review;

/// <summary>What waits for a reviewer, oldest first.</summary>
[RequirePermission(ResourcePermissions.Review)]
public sealed class QueueModel(ResourceReviews reviews, TimeProvider clock) : HubPageModel
{
    public IReadOnlyList<QueueItem> Items { get; private set; } = [];

    public async Task OnGetAsync() => Items = await reviews.QueueAsync(await WhoAsync(), HttpContext.RequestAborted);

    /// <summary>Whole days a submission has waited.</summary>
    public int DaysWaiting(QueueItem item) => (int)(clock.GetUtcNow().UtcDateTime - item.SubmittedAt).TotalDays;
}
