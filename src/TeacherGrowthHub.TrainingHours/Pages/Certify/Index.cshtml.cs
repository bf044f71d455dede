using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Services.Claims;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.TrainingHours.Pages.Certify;

/// <summary>The officers' queue.</summary>
[RequirePermission(HoursPermissions.Check)]
public sealed class IndexModel(
    ClaimQueue queue,
    ClaimCertification certification,
    SavedFilters saved,
    RuleBook book,
    SchoolCalendar calendar
) : HubPageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public QueueFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public ClaimPage Claims { get; private set; } = null!;
    public RuleSet? Rules { get; private set; }
    public IReadOnlyList<SavedClaimFilter> Saved { get; private set; } = [];
    public bool CanCertify { get; private set; }

    public async Task OnGetAsync() => await LoadAsync();

    /// <summary>Takes back an own act of the last hours.</summary>
    public Task<IActionResult> OnPostUndoAsync(string act) =>
        AttemptAsync(
            async () =>
            {
                Done(
                    "已撤销 {0} 条认定，它们回到待审核。",
                    await certification.UndoAsync(act, await WhoAsync(), HttpContext.RequestAborted)
                );
                return RedirectToPage();
            },
            LoadAsync
        );

    public Task<IActionResult> OnPostSaveFilterAsync(string? name) =>
        AttemptAsync(
            async () =>
            {
                await saved.AddAsync(name, Filter.AddressOf(1), await WhoAsync(), HttpContext.RequestAborted);
                return Redirect("/certify" + Filter.AddressOf(1));
            },
            LoadAsync
        );

    public async Task<IActionResult> OnPostForgetFilterAsync(string filter)
    {
        await saved.RemoveAsync(filter, await WhoAsync(), HttpContext.RequestAborted);
        return Redirect("/certify" + Filter.AddressOf(1));
    }

    private async Task LoadAsync()
    {
        var user = await WhoAsync();
        Claims = await queue.PageAsync(Filter.Asked, P, user, HttpContext.RequestAborted);
        CanCertify = user.Can(HoursPermissions.Certify);
        Saved = await saved.OfAsync(user, HttpContext.RequestAborted);
        if (await calendar.YearOfAsync(calendar.Today, HttpContext.RequestAborted) is { } year)
            Rules = (await book.OfAsync(year.Id, HttpContext.RequestAborted)).Rules;
    }
}
