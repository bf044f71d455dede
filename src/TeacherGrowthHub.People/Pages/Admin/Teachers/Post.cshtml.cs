using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Organizations;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.People.Pages.Admin.Teachers;

/// <summary>Transfer, release, second school.</summary>
[RequirePermission(PeoplePermissions.ManageTeachers)]
public sealed class PostModel(
    TeacherRecords records,
    TeacherTransfers transfers,
    SecondSchools seconds,
    OrganizationChoices organizations,
    SchoolCalendar calendar
) : HubPageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? School { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    /// <summary>Whether what the old school gave ends with the transfer.</summary>
    [BindProperty]
    public bool EndDuties { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Which of the three forms is being filled in.</summary>
    [BindProperty(SupportsGet = true, Name = "handler")]
    public string? Handler { get; set; }
    public Teacher Teacher { get; private set; } = null!;
    public IReadOnlyList<Organization> Schools { get; private set; } = [];
    public Organization? Present => Teacher.PostOn(calendar.Today)?.Organization;

    public async Task OnGetAsync()
    {
        var user = await WhoAsync();
        Teacher = await records.FindAsync(Id, user, HttpContext.RequestAborted);
        var all = await organizations.SchoolsAsync(PeoplePermissions.ManageTeachers, user, HttpContext.RequestAborted);
        Schools = [.. all.Where(school => school.Id != Present?.Id)];
        On ??= calendar.Today;
    }

    public Task<IActionResult> OnPostTransferAsync() =>
        MoveAsync(
            (user, day) => transfers.TransferAsync(Id, School, day, EndDuties, user, HttpContext.RequestAborted),
            "已调动，原来的任职留在经历里。"
        );

    public Task<IActionResult> OnPostSecondAsync() =>
        MoveAsync((user, day) => seconds.AddAsync(Id, School, day, user, HttpContext.RequestAborted), "兼任已登记。");

    public Task<IActionResult> OnPostReleaseAsync() =>
        MoveAsync(
            (user, day) => transfers.ReleaseAsync(Id, day, Reason, user, HttpContext.RequestAborted),
            "已调出，接收学校可以按工号接收。"
        );

    private Task<IActionResult> MoveAsync(Func<HubUser, DateOnly, Task> move, string done) =>
        AttemptAsync(
            async () =>
            {
                await move(await WhoAsync(), On ?? calendar.Today);
                Done(done);
                return LocalRedirect("/admin/teachers/" + Id);
            },
            OnGetAsync
        );
}
