using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.TrainingHours.Pages.Rules;

/// <summary>A further version of the rules, begun from the one that governs the year now.</summary>
[RequirePermission(HoursPermissions.ManageRules)]
public sealed class EditModel(RuleBook book, SchoolCalendar calendar) : HubPageModel
{
    [BindProperty]
    public RuleForm Rules { get; set; } = new();

    public IReadOnlyList<SchoolYear> Years { get; private set; } = [];

    /// <summary>Codes and names of kinds that equivalences may belong to.</summary>
    public IEnumerable<RuleForm.KindRow> Achievements =>
        Rules.Kinds.Where(kind => kind.Form == ActivityForm.Achievement && kind.Code is not null);

    public async Task<IActionResult> OnGetAsync(int? year)
    {
        Years = await calendar.YearsAsync(HttpContext.RequestAborted);
        var from = year ?? (await calendar.YearOfAsync(calendar.Today, HttpContext.RequestAborted))?.Id ?? 0;
        if (RuleVersion.Governing(await book.VersionsAsync(HttpContext.RequestAborted), from) is not { } version)
            return NotFound();
        Rules = RuleForm.Of(from, version.Rules).WithSpareRows();
        return Page();
    }

    public Task<IActionResult> OnPostAsync() =>
        AttemptAsync(
            async () =>
            {
                var version = await book.AddAsync(Rules.FromSchoolYear, Rules.ToRules(), await WhoAsync(), HttpContext.RequestAborted);
                Done("规则第 {0} 版已保存，相关教师的学时正在重新计算。", version.Number);
                return RedirectToPage("/Rules/Index", new { year = version.FromSchoolYear });
            },
            async () => Years = await calendar.YearsAsync(HttpContext.RequestAborted)
        );
}
