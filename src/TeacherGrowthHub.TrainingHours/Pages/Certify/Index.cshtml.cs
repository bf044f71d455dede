using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
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
    [BindProperty(SupportsGet = true)]
    public ClaimState State { get; set; } = ClaimState.Waiting;

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public DutyKind? Duty { get; set; }

    [BindProperty(SupportsGet = true)]
    public FindingKind? Finding { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Clean { get; set; }

    /// <summary>Path of an organisation whose teachers' claims are shown alone.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Organization { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Days { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Lower { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Sample { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Seed { get; set; } = 1;

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
                await saved.AddAsync(name, AddressOf(1), await WhoAsync(), HttpContext.RequestAborted);
                return Redirect("/certify" + AddressOf(1));
            },
            LoadAsync
        );

    public async Task<IActionResult> OnPostForgetFilterAsync(string filter)
    {
        await saved.RemoveAsync(filter, await WhoAsync(), HttpContext.RequestAborted);
        return Redirect("/certify" + AddressOf(1));
    }

    /// <summary>The query string of this filter on a page.</summary>
    public string AddressOf(int page, ClaimState? state = null) =>
        QueryHelpers.AddQueryString(
            "",
            new Dictionary<string, string?>
            {
                ["state"] = (state ?? State).ToString(),
                ["kind"] = Kind,
                ["duty"] = Duty?.ToString(),
                ["finding"] = Finding?.ToString(),
                ["clean"] = Clean ? "true" : null,
                ["organization"] = Organization,
                ["days"] = Days?.ToString(),
                ["lower"] = Lower ? "true" : null,
                ["sample"] = Sample?.ToString(),
                ["seed"] = Sample is null ? null : Seed.ToString(),
                ["p"] = page > 1 ? page.ToString() : null,
            }
        );

    private async Task LoadAsync()
    {
        var user = await WhoAsync();
        var filter = new ClaimFilter(
            State,
            Kind,
            Duty,
            Finding,
            Clean,
            Organization,
            Days,
            Lower,
            Sample is > 0 and <= 100 ? Sample : null,
            Seed
        );
        Claims = await queue.PageAsync(filter, P, user, HttpContext.RequestAborted);
        CanCertify = user.Can(HoursPermissions.Certify);
        Saved = await saved.OfAsync(user, HttpContext.RequestAborted);
        if (await calendar.YearOfAsync(calendar.Today, HttpContext.RequestAborted) is { } year)
            Rules = (await book.OfAsync(year.Id, HttpContext.RequestAborted)).Rules;
    }
}
