using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Organizations;
using TeacherGrowthHub.TrainingHours.Services.Figures;
using TeacherGrowthHub.TrainingHours.Services.Reminders;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.TrainingHours.Pages.Figures;

/// <summary>Who misses hours, by name inside the scope: look, copy, remind.</summary>
[RequirePermission(HoursPermissions.ViewFigures)]
public sealed class MissingModel(
    FigureAccess access,
    FigureLists lists,
    HandReminders reminders,
    HourYears begun,
    OrganizationChoices choices
) : HubPageModel
{
    [BindProperty(SupportsGet = true, Name = "at")]
    public string? At { get; set; }

    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "duty")]
    public DutyKind? Duty { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public ListedState State { get; set; }

    [BindProperty(SupportsGet = true, Name = "n")]
    public int Number { get; set; } = 1;

    public FigurePlace Place { get; private set; } = null!;
    public FigureList List { get; private set; } = new(0, 1, []);
    public IReadOnlyList<SchoolYear> Years { get; private set; } = [];
    public SchoolYear Chosen { get; private set; } = null!;
    public IReadOnlyList<OrganizationChoice> Choices { get; private set; } = [];

    /// <summary>The list as a text for a chat group.</summary>
    public string Copied { get; private set; } = "";

    public bool CanRemind => State is ListedState.Missing or ListedState.AtRisk && Years.Count > 0 && Chosen == Years[0];

    public Task OnGetAsync() => LoadAsync();

    /// <summary>Reminds those that are ticked.</summary>
    public Task<IActionResult> OnPostRemindAsync(List<string> teacher) =>
        ActAsync(async filter => Tell(await reminders.SendAsync(await WhoAsync(), filter, teacher, HttpContext.RequestAborted)));

    /// <summary>Reminds everybody who is listed.</summary>
    public Task<IActionResult> OnPostAllAsync() =>
        ActAsync(async filter => Tell(await reminders.SendAsync(await WhoAsync(), filter, null, HttpContext.RequestAborted)));

    /// <summary>Lets the robots of the organisation say the list in their groups.</summary>
    public Task<IActionResult> OnPostRobotAsync() =>
        ActAsync(async filter =>
            Done("已发到{0}个工作群。", await reminders.SpeakAsync(await WhoAsync(), filter, HttpContext.RequestAborted))
        );

    /// <summary>The name of a school of the list.</summary>
    public string SchoolOf(FigurePerson person) =>
        Place.Within.FirstOrDefault(organization => organization.Path == person.Path)?.Name ?? "";

    /// <summary>Address of a page of the same list.</summary>
    public string AddressOf(int page) =>
        $"/figures/missing?at={Uri.EscapeDataString(Place.Organization.Path)}&year={Chosen.Id}&duty={Duty}&state={State}&n={page}";

    private void Tell(Reminded result)
    {
        if (result.Unreachable > 0)
            Done("已提醒{0}人；另有{1}人还没有账号，请用下面的名单在群里提醒。", result.Sent, result.Unreachable);
        else
            Done("已提醒{0}人。今天已经提醒过的不会重复收到。", result.Sent);
    }

    private async Task<IActionResult> ActAsync(Func<FigureFilter, Task> act)
    {
        await FindAsync();
        return await AttemptAsync(
            async () =>
            {
                await act(Filter());
                return Redirect(AddressOf(Number));
            },
            LoadAsync
        );
    }

    private async Task LoadAsync()
    {
        await FindAsync();
        List = await lists.PageAsync(Filter(), Number, HttpContext.RequestAborted);
        Choices = await choices.NearAsync(
            HoursPermissions.ViewFigures,
            Place.Organization.Path,
            await WhoAsync(),
            HttpContext.RequestAborted
        );
        if (List.Total > 0 && State is ListedState.Missing or ListedState.AtRisk)
            Copied = await reminders.TextAsync(Place, Filter(), HttpContext.RequestAborted);
    }

    private async Task FindAsync()
    {
        Place = await access.FindAsync(At, await WhoAsync(), HttpContext.RequestAborted);
        Years = await begun.BegunAsync(HttpContext.RequestAborted);
        Chosen = Years.FirstOrDefault(year => year.Id == Year) ?? Years[0];
    }

    private FigureFilter Filter() => new(Place.Organization.Path, Chosen, Duty, State);
}
