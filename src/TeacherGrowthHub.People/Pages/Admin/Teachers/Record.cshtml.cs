using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.People.Pages.Admin.Teachers;

/// <summary>A teacher's record: facts, posts and duties with their history.</summary>
[RequirePermission(PeoplePermissions.ManageTeachers)]
public sealed class RecordModel(TeacherRecords records, TeacherDuties duties, SecondSchools seconds, SchoolCalendar calendar) : HubPageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>The duty or the post that ends.</summary>
    [BindProperty]
    public string Line { get; set; } = "";

    /// <summary>Its last day.</summary>
    [BindProperty]
    public DateOnly? To { get; set; }
    public Teacher Teacher { get; private set; } = null!;

    /// <summary>School year of taking up duty, for somebody who was a new entrant.</summary>
    public SchoolYear? Cohort { get; private set; }
    public DateOnly Today => calendar.Today;
    public IEnumerable<TeacherPost> Posts => Teacher.Posts.OrderByDescending(post => post.From).ThenBy(post => post.IsSecondary);
    public IEnumerable<TeacherDuty> Duties => Teacher.Duties.OrderByDescending(duty => duty.From).ThenBy(duty => duty.Kind);

    public async Task OnGetAsync()
    {
        Teacher = await records.ViewAsync(Id, await WhoAsync(), HttpContext.RequestAborted);
        To ??= Today;
        if (Teacher.Duties.Where(duty => duty.Kind == DutyKind.NewTeacher).MinBy(duty => duty.From) is { } first)
            Cohort = await calendar.YearOfAsync(first.From, HttpContext.RequestAborted);
    }

    public Task<IActionResult> OnPostEndDutyAsync() =>
        EndAsync((user, last) => duties.EndAsync(Id, Line, last, user, HttpContext.RequestAborted));

    public Task<IActionResult> OnPostEndPostAsync() =>
        EndAsync((user, last) => seconds.EndAsync(Id, Line, last, user, HttpContext.RequestAborted));

    private Task<IActionResult> EndAsync(Func<HubUser, DateOnly, Task> end) =>
        AttemptAsync(
            async () =>
            {
                await end(await WhoAsync(), To ?? Today);
                Done("已结束，历史仍保留。");
                return LocalRedirect("/admin/teachers/" + Id);
            },
            OnGetAsync
        );
}
