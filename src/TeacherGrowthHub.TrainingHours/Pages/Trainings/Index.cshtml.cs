using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Services.Trainings;

namespace TeacherGrowthHub.TrainingHours.Pages.Trainings;

/// <summary>The public calendar of trainings, month by month.</summary>
[AllowAnonymous]
public sealed class IndexModel(TrainingReader reader, TrainingFormChoices choices, PeopleDirectory people) : HubPageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? County { get; set; }

    [BindProperty(SupportsGet = true)]
    public DutyKind? Duty { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Past { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<IGrouping<(int Year, int Month), TrainingRow>> Months { get; private set; } = [];
    public bool HasMore { get; private set; }
    public IReadOnlyList<ActivityKind> Kinds { get; private set; } = [];
    public IReadOnlyDictionary<string, string> Counties { get; private set; } = new Dictionary<string, string>();
    public bool MayPlan { get; private set; }
    public bool IsTeacher { get; private set; }
    public bool IsFiltered => Kind is not null || County is not null || Duty is not null;

    public async Task OnGetAsync()
    {
        var user = await WhoAsync();
        (MayPlan, IsTeacher) = (user.Can(HoursPermissions.Plan), user.TeacherId is not null);
        Kinds = await choices.KindsAsync(await choices.YearAsync(HttpContext.RequestAborted), HttpContext.RequestAborted);
        Counties = await people.CountyNamesAsync(HttpContext.RequestAborted);
        Kind = Kinds.Any(kind => kind.Code == Kind) ? Kind : null;
        County = County is not null && Counties.ContainsKey(County) ? County : null;
        PageNumber = Math.Clamp(PageNumber, 1, 1000);
        var filter = new TrainingFilter(Kind, County, Duty, Past, PageNumber);
        var (rows, hasMore) = await reader.CalendarAsync(filter, HttpContext.RequestAborted);
        HasMore = hasMore;
        Months = [.. rows.GroupBy(row => MonthOf(row))];
    }

    public string LabelOf(string kind) => Kinds.FirstOrDefault(known => known.Code == kind)?.Label ?? kind;

    /// <summary>The address of another page of the same list.</summary>
    public string PageAddress(int page) =>
        Url.Page(
            null,
            new
            {
                Kind,
                County,
                Duty,
                Past,
                p = page,
            }
        )!;

    private static (int Year, int Month) MonthOf(TrainingRow row) =>
        SchoolCalendar.Local(row.Training.Start) is var day ? (day.Year, day.Month) : default;
}
