using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Pages;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Services.Trainings;

namespace TeacherGrowthHub.TrainingHours.Pages.Trainings.Manage;

/// <summary>The rotating code of a session for the large screen of the room.</summary>
[RequirePermission(HoursPermissions.Plan)]
public sealed class ScreenModel(TrainingLoader trainings, Rosters rosters, TimeProvider clock) : HubPageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Session { get; set; } = "";

    /// <summary><c>in</c> or <c>out</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string Act { get; set; } = "in";
    public Training Training { get; private set; } = null!;
    public TrainingSession Shown { get; private set; } = null!;
    public string Digits { get; private set; } = "";
    public string Qr { get; private set; } = "";
    public int Passed { get; private set; }
    public int Places { get; private set; }
    public bool IsOut => Act == "out";

    public Task OnGetAsync() => ShowAsync();

    /// <summary>The code alone, for the script that keeps it fresh.</summary>
    public async Task<IActionResult> OnGetCodeAsync()
    {
        await ShowAsync();
        return Partial("_ScreenCode", this);
    }

    private async Task ShowAsync()
    {
        var user = await WhoAsync();
        (Training, Shown) = await trainings.OwnSessionAsync(Id, Session, user, HttpContext.RequestAborted);
        var code = RotatingCode.At(Shown.Secret, IsOut ? CodePurpose.CheckOut : CodePurpose.CheckIn, clock.GetUtcNow().UtcDateTime);
        Digits = $"{code[..3]} {code[3..]}";
        Qr = QrSvg.Of($"{Request.Scheme}://{Request.Host}/trainings/checkin/{Session}?code={code}");
        var rows = (await rosters.OfAsync(Id, user, HttpContext.RequestAborted)).Where(row => row.HasPlace).ToList();
        Places = rows.Count;
        Passed = rows.Count(row => (IsOut ? row.At(Session)?.CheckedOutAt : row.At(Session)?.CheckedInAt) is not null);
        Response.Headers.CacheControl = "private, no-store";
    }
}
