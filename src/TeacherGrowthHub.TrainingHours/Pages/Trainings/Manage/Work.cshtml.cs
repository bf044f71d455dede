using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Services.Trainings;

namespace TeacherGrowthHub.TrainingHours.Pages.Trainings.Manage;

/// <summary>Homework to look at, and what participants say, without names.</summary>
[RequirePermission(HoursPermissions.Plan)]
public sealed class WorkModel(TrainingLoader trainings, Rosters rosters, Homeworks homeworks, Feedbacks feedbacks) : HubPageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string Teacher { get; set; } = "";

    [BindProperty]
    public bool IsPassed { get; set; }
    public Training Training { get; private set; } = null!;
    public IReadOnlyList<(RosterRow Row, Homework Homework)> HandedIn { get; private set; } = [];
    public int Places { get; private set; }
    public IReadOnlyList<Feedback> Said { get; private set; } = [];

    public Task OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostAsync() =>
        AttemptAsync(
            async () =>
            {
                await homeworks.DecideAsync(Id, Teacher, IsPassed, await WhoAsync(), HttpContext.RequestAborted);
                return LocalRedirect($"/trainings/manage/{Id}/work#h{Teacher}");
            },
            ShowAsync
        );

    private async Task ShowAsync()
    {
        var user = await WhoAsync();
        Training = await trainings.OwnAsync(Id, user, HttpContext.RequestAborted);
        var rows = (await rosters.OfAsync(Id, user, HttpContext.RequestAborted)).Where(row => row.HasPlace).ToList();
        var handedIn = await homeworks.OfAsync(Id, HttpContext.RequestAborted);
        Places = rows.Count;
        HandedIn = [.. rows.Where(row => handedIn.ContainsKey(row.TeacherId)).Select(row => (row, handedIn[row.TeacherId]))];
        Said = await feedbacks.OfAsync(Id, user, HttpContext.RequestAborted);
    }
}
