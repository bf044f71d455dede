using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Reminders;
using TeacherGrowthHub.TrainingHours.Services.Reminders;

namespace TeacherGrowthHub.TrainingHours.Pages.Figures;

/// <summary>On which days who misses hours is reminded, and how.</summary>
[RequirePermission(HoursPermissions.ManageRules)]
public sealed class RemindersModel(SiteSettings settings, ReminderPlan plan) : HubPageModel
{
    private static readonly char[] Separators = [',', '，', '、', ' ', ';', '；', '\n', '\r'];

    /// <summary>Days as <c>MM-dd</c>, in any way separated.</summary>
    [BindProperty]
    public string? Dates { get; set; }

    [BindProperty]
    public bool InSite { get; set; }

    [BindProperty]
    public bool Mail { get; set; }

    [BindProperty]
    public bool Robot { get; set; }

    [BindProperty]
    public List<DutyKind> Duties { get; set; } = [];

    public async Task OnGetAsync()
    {
        var now = await settings.GetAsync<ReminderSettings>(HttpContext.RequestAborted);
        (Dates, InSite, Mail, Robot, Duties) = (string.Join("、", now.Dates), now.InSite, now.Mail, now.Robot, now.Duties);
    }

    public Task<IActionResult> OnPostAsync() =>
        AttemptAsync(async () =>
        {
            var wanted = new ReminderSettings
            {
                Dates =
                [
                    .. (Dates ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries).Distinct().Order(StringComparer.Ordinal),
                ],
                InSite = InSite,
                Mail = Mail,
                Robot = Robot,
                Duties = Duties,
            };
            await plan.ChangeAsync(wanted, await WhoAsync(), HttpContext.RequestAborted);
            Done("已保存提醒设置。");
            return RedirectToPage();
        });
}
