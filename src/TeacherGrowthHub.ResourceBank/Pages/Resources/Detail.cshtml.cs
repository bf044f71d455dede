using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.ResourceBank.Services;

namespace TeacherGrowthHub.ResourceBank.Pages.Resources;

/// <summary>A published work. Reading is open to guests; cases are not.</summary>
[AllowAnonymous]
public sealed class DetailModel(
    ResourceReader reader,
    WorkViews views,
    Readers readers,
    Catalogue catalogue,
    ResourceReviews reviews,
    ResourceDrafts drafts,
    SchoolCalendar calendar
) : HubPageModel
{
    private const int RelatedCount = 4;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";
    public WorkView View { get; private set; } = null!;
    public IReadOnlyList<WorkCard> Related { get; private set; } = [];
    public HubUser Reader { get; private set; } = HubUser.Guest;
    public bool IsFavourite { get; private set; }
    public string? Cite { get; private set; }

    public bool IsOwn => Reader.IsSignedIn && View.Work.OwnerId == Reader.AccountId;
    public bool MayTakeDown => !IsOwn && Reader.Can(ResourcePermissions.Review, View.Work.OrganizationPath);

    public async Task<IActionResult> OnGetAsync()
    {
        Reader = await WhoAsync();
        var work = await reader.PublishedAsync(Id, Reader, HttpContext.RequestAborted);
        View = await views.OfAsync(work, work.Published!, HttpContext.RequestAborted);
        Related = await catalogue.RelatedAsync(Id, RelatedCount, Reader.IsSignedIn, HttpContext.RequestAborted);
        IsFavourite = Reader.IsSignedIn && await readers.IsFavouriteAsync(Reader.AccountId!, Id, HttpContext.RequestAborted);
        Cite = Citation.Of(View, calendar.Today, $"{Request.Scheme}://{Request.Host}/resources/{Id}");
        return Page();
    }

    public async Task<IActionResult> OnPostFavouriteAsync()
    {
        var user = await WhoAsync();
        if (!user.IsSignedIn)
            return LocalRedirect($"/account/signin?returnUrl=/resources/{Id}");
        await reader.PublishedAsync(Id, user, HttpContext.RequestAborted);
        await readers.ToggleFavouriteAsync(user.AccountId!, Id, HttpContext.RequestAborted);
        return LocalRedirect($"/resources/{Id}");
    }

    public Task<IActionResult> OnPostTakeDownAsync(string reason) =>
        ActAsync(user => reviews.TakeDownAsync(Id, reason, user), "资源已下架，作者会收到通知。", "/review");

    public Task<IActionResult> OnPostWithdrawAsync(string reason) =>
        ActAsync(user => drafts.WithdrawAsync(Id, reason, user), "资源已撤回。", "/my/resources");

    public Task<IActionResult> OnPostReviseAsync() =>
        ActAsync(user => drafts.ReviseAsync(Id, user), "已建立新版本，发布前读者仍看到现在的版本。", $"/my/resources/{Id}");

    private Task<IActionResult> ActAsync(Func<HubUser, Task> act, string done, string next) =>
        AttemptAsync(
            async () =>
            {
                await act(await WhoAsync());
                Done(done);
                return LocalRedirect(next);
            },
            OnGetAsync
        );
}
