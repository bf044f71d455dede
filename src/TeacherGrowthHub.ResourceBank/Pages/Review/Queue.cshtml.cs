using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Pages;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.ResourceBank.Services;

namespace TeacherGrowthHub.ResourceBank.Pages.Review;

/// <summary>What waits for a reviewer, oldest first.</summary>
[RequirePermission(ResourcePermissions.Review)]
public sealed class QueueModel(ResourceReviews reviews, PeopleDirectory directory, TimeProvider clock) : HubPageModel
{
    public IReadOnlyList<QueueItem> Items { get; private set; } = [];

    /// <summary>Path of the only organisation that is listed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Organization { get; set; }

    public OnlyAt? At { get; private set; }

    public async Task OnGetAsync()
    {
        var user = await WhoAsync();
        At = await OnlyAt.FindAsync(directory, Organization, user, ResourcePermissions.Review, "/review", HttpContext.RequestAborted);
        Items = await reviews.QueueAsync(user, At?.Path, HttpContext.RequestAborted);
    }

    /// <summary>Whole days a submission has waited.</summary>
    public int DaysWaiting(QueueItem item) => (int)(clock.GetUtcNow().UtcDateTime - item.SubmittedAt).TotalDays;
}
