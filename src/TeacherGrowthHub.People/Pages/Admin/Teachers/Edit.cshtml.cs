using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.People.Pages.Admin.Teachers;

/// <summary>The facts of a record, and its status.</summary>
[RequirePermission(PeoplePermissions.ManageTeachers)]
public sealed class EditModel(TeacherRecords records, TeacherEditing editing, SchoolCalendar calendar) : HubPageModel, ITeacherFormPage
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public TeacherForm Form { get; set; } = new();

    [BindProperty]
    public TeacherStatus Status { get; set; }

    /// <summary>Last day, where the status ends the post.</summary>
    [BindProperty]
    public DateOnly? On { get; set; }
    public Teacher Teacher { get; private set; } = null!;
    public string? MaskedMobile => Teacher.Mobile is { } mobile ? MobileNumber.Mask(mobile) : null;
    public bool AsksNumber => true;

    public async Task OnGetAsync()
    {
        await ShowAsync();
        Form = TeacherForm.Of(Teacher.Profile);
        (Status, On) = (Teacher.Status, calendar.Today);
    }

    public Task<IActionResult> OnPostAsync() =>
        AttemptAsync(
            async () =>
            {
                var user = await WhoAsync();
                var present = (await records.FindAsync(Id, user, HttpContext.RequestAborted)).Profile;
                await editing.EditAsync(Id, Form.ToProfile(present), user, HttpContext.RequestAborted);
                return Finished("已保存。");
            },
            async () =>
            {
                await ShowAsync();
                (Status, On) = (Teacher.Status, calendar.Today);
            }
        );

    public Task<IActionResult> OnPostStatusAsync() =>
        AttemptAsync(
            async () =>
            {
                await editing.SetStatusAsync(Id, Status, On ?? calendar.Today, await WhoAsync(), HttpContext.RequestAborted);
                return Finished("状态已更新。");
            },
            async () =>
            {
                await ShowAsync();
                Form = TeacherForm.Of(Teacher.Profile);
            }
        );

    private async Task ShowAsync() => Teacher = await records.ViewAsync(Id, await WhoAsync(), HttpContext.RequestAborted);

    private LocalRedirectResult Finished(string done)
    {
        Done(done);
        return LocalRedirect("/admin/teachers/" + Id);
    }
}
