using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Services.Trainings;

namespace TeacherGrowthHub.TrainingHours.Pages.My;

/// <summary>The trainings somebody has signed up for, and the address of the own calendar.</summary>
[RequirePermission(HoursPermissions.Claim)]
public sealed class TrainingsModel(TrainingReader reader, CalendarFeeds feeds, TimeProvider clock) : HubPageModel
{
    public IReadOnlyList<(Training Training, Enrolment Enrolment)> Items { get; private set; } = [];

    /// <summary>Whole address of the feed; null before it was asked for.</summary>
    public string? Feed { get; private set; }

    public async Task OnGetAsync()
    {
        var user = await WhoAsync();
        Items = user.TeacherId is { } id ? await reader.OfTeacherAsync(id, HttpContext.RequestAborted) : [];
        if (await feeds.TokenAsync(user, HttpContext.RequestAborted) is { } token)
            Feed = $"{Request.Scheme}://{Request.Host}/trainings/feed/{token}/calendar.ics";
    }

    public async Task<IActionResult> OnPostFeedAsync()
    {
        await feeds.RenewAsync(await WhoAsync(), HttpContext.RequestAborted);
        Done("新的订阅地址已生成，旧地址不再有效。");
        return LocalRedirect("/my/trainings#feed");
    }

    public bool IsOver(Training training) => training.End < clock.GetUtcNow().UtcDateTime;
}
