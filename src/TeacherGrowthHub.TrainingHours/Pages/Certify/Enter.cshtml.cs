using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Pages.Claims;
using TeacherGrowthHub.TrainingHours.Services.Claims;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.TrainingHours.Pages.Certify;

/// <summary>A claim typed in for a teacher of the scope; another officer or the level above certifies it.</summary>
[RequirePermission(HoursPermissions.Check)]
[FormSizeLimit(180L << 20)]
public sealed class EnterModel(ClaimFiling filing, TeacherLookup lookup, RuleBook book, SchoolCalendar calendar) : HubPageModel
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public ClaimInput Input { get; set; } = new();

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public ClaimFieldsView? Fields { get; private set; }

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() =>
        AttemptAsync(
            async () =>
            {
                var number = Number?.Trim() ?? "";
                if (!(await lookup.ByNumberAsync([number], HttpContext.RequestAborted)).TryGetValue(number, out var teacher))
                    throw new RefusedException("没有工号为“{0}”的教师", number) { Field = nameof(Number) };
                await filing.FileAsync(
                    null,
                    teacher,
                    Input.ToForm(),
                    ClaimInput.FilesOf(Files),
                    submit: true,
                    await WhoAsync(),
                    HttpContext.RequestAborted
                );
                Done("已登记，由其他学时管理员或上级认定。");
                return Redirect("/certify");
            },
            LoadAsync
        );

    private async Task LoadAsync()
    {
        if (await calendar.YearOfAsync(calendar.Today, HttpContext.RequestAborted) is { } year)
            Fields = new ClaimFieldsView(
                this,
                Input,
                (await book.OfAsync(year.Id, HttpContext.RequestAborted)).Rules,
                [],
                Input.To < year.Start
            );
    }
}
