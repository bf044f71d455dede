using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.TrainingHours.Pages.Rules;

/// <summary>学时认定办法: the rules of a school year for everybody to read; whoever manages them finds the versions and the closing of years below.</summary>
[AllowAnonymous]
public sealed class IndexModel(RuleBook book, YearClosings closings, SchoolCalendar calendar) : HubPageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public IReadOnlyList<YearState> Years { get; private set; } = [];
    public YearState? Shown { get; private set; }
    public RuleVersion? Version { get; private set; }
    public IReadOnlyList<RuleVersion> Versions { get; private set; } = [];
    public bool CanManage { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        return Year is not null && Shown is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostCloseAsync(int year)
    {
        var user = await WhoAsync();
        if (!user.Can(HoursPermissions.ManageRules))
            return Forbid();
        return await AttemptAsync(
            async () =>
            {
                await closings.CloseAsync(year, user, HttpContext.RequestAborted);
                Done("{0} 学年已封存。", year);
                return RedirectToPage(new { year });
            },
            LoadAsync
        );
    }

    private async Task LoadAsync()
    {
        CanManage = (await WhoAsync()).Can(HoursPermissions.ManageRules);
        Years = await closings.AllAsync(HttpContext.RequestAborted);
        var today = calendar.Today;
        Shown =
            Years.FirstOrDefault(state => Year is null ? today <= state.Year.End : state.Year.Id == Year)
            ?? (Year is null && Years.Count > 0 ? Years[0] : null);
        Versions = await book.VersionsAsync(HttpContext.RequestAborted);
        Version = Shown is null ? null : RuleVersion.Governing(Versions, Shown.Year.Id);
    }
}
