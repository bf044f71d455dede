using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Imports.Workbooks;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Services.Trainings;

namespace TeacherGrowthHub.TrainingHours.Pages.Trainings.Manage;

/// <summary>The officer's list of a session: ticks, people who came without signing up, a workbook of numbers.</summary>
[RequirePermission(HoursPermissions.Plan)]
[FormSizeLimit(MaxFormBytes)]
public sealed class RosterModel(TrainingLoader trainings, Rosters rosters, RosterTicks ticks, WalkIns walkIns) : HubPageModel
{
    private const long MaxFormBytes = 8 << 20;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Session { get; set; } = "";

    [BindProperty]
    public List<string> Here { get; set; } = [];

    [BindProperty]
    public List<string> Out { get; set; } = [];

    [BindProperty]
    public Dictionary<string, TimeOnly?> Left { get; set; } = [];

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty(Name = "File")]
    public IFormFile? Upload { get; set; }

    /// <summary>Numbers of a workbook that was read, one a line.</summary>
    [BindProperty]
    public string? Numbers { get; set; }
    public Training Training { get; private set; } = null!;
    public TrainingSession Shown { get; private set; } = null!;
    public IReadOnlyList<RosterRow> Rows { get; private set; } = [];

    /// <summary>What the workbook comes to; null before one was read.</summary>
    public IReadOnlyList<SheetLine>? Sheet { get; private set; }
    public bool IsOpen => Training.State == TrainingState.Open;

    public Task OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(async user =>
        {
            var left = Left.Where(row => row.Value is not null).ToDictionary(row => row.Key, row => row.Value!.Value);
            await ticks.SaveAsync(Id, Session, new RosterList(Here, Out, left), user, HttpContext.RequestAborted);
            Done("名单已保存。");
        });

    public Task<IActionResult> OnPostOutAsync() =>
        DoAsync(async user => Done("已为{0}人签退。", await ticks.CheckOutAllAsync(Id, Session, user, HttpContext.RequestAborted)));

    public Task<IActionResult> OnPostAddAsync() =>
        DoAsync(async user => Done("已补报名：{0}。", await walkIns.AddAsync(Id, Number, user, HttpContext.RequestAborted)));

    /// <summary>Reads a workbook and shows what it comes to; writes nothing.</summary>
    public Task<IActionResult> OnPostReadAsync() =>
        AttemptAsync(
            async () =>
            {
                var user = await WhoAsync();
                await trainings.OwnAsync(Id, user, HttpContext.RequestAborted);
                using var content = new MemoryStream();
                if (Upload is not null)
                    await Upload.CopyToAsync(content, HttpContext.RequestAborted);
                var numbers = TeacherNumberSheet.Read(content);
                Sheet = await walkIns.PreviewAsync(Id, Session, numbers, user, HttpContext.RequestAborted);
                Numbers = string.Join('\n', numbers);
                await ShowAsync();
                return Page();
            },
            ShowAsync
        );

    public Task<IActionResult> OnPostTakeAsync() =>
        DoAsync(async user =>
        {
            var numbers = (Numbers ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            Done("已登记{0}人签到。", await walkIns.ApplyAsync(Id, Session, numbers, user, HttpContext.RequestAborted));
        });

    private Task<IActionResult> DoAsync(Func<HubUser, Task> act) =>
        AttemptAsync(
            async () =>
            {
                await act(await WhoAsync());
                return LocalRedirect($"/trainings/manage/{Id}/roster/{Session}");
            },
            ShowAsync
        );

    private async Task ShowAsync()
    {
        var user = await WhoAsync();
        (Training, Shown) = await trainings.OwnSessionAsync(Id, Session, user, HttpContext.RequestAborted);
        Rows = await rosters.OfAsync(Id, user, HttpContext.RequestAborted);
    }
}
