using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Services.Trainings;

namespace TeacherGrowthHub.TrainingHours.Pages.Trainings.Manage;

/// <summary>Trainings of the officer's scope, by state.</summary>
[RequirePermission(HoursPermissions.Plan)]
public sealed class IndexModel(TrainingReader reader, PeopleDirectory people) : HubPageModel
{
    [BindProperty(SupportsGet = true)]
    public TrainingState? State { get; set; }

    /// <summary>Path of an organisation whose trainings are shown alone.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Organization { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;
    public IReadOnlyList<TrainingRow> Rows { get; private set; } = [];
    public bool HasMore { get; private set; }
    public IReadOnlyDictionary<TrainingState, int> Counts { get; private set; } = new Dictionary<TrainingState, int>();
    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    public async Task OnGetAsync()
    {
        var user = await WhoAsync();
        PageNumber = Math.Clamp(PageNumber, 1, 1000);
        Counts = await reader.CountsAsync(user, HttpContext.RequestAborted);
        (Rows, HasMore) = await reader.ManagedAsync(State, Organization, PageNumber, user, HttpContext.RequestAborted);
        Names = (await people.OrganizationsAsync(HttpContext.RequestAborted)).ToDictionary(o => o.Path, o => o.Name);
    }

    /// <summary>The address of another page of the same list.</summary>
    public string PageAddress(int page) =>
        Url.Page(
            null,
            new
            {
                State,
                Organization,
                p = page,
            }
        )!;
}
