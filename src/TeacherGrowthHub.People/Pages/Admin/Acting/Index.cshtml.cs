using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.People.Pages.Admin.Acting;

/// <summary>Begins to act for somebody, with a reason that is kept.</summary>
[RequirePermission(PeoplePermissions.ActFor)]
public sealed class IndexModel(Services.Accounts.Acting acting, PeopleDirectory directory) : HubPageModel
{
    [BindProperty]
    public string Login { get; set; } = "";

    [BindProperty]
    public string Reason { get; set; } = "";

    public async Task OnGetAsync(string? person)
    {
        if (person is not null)
            Login = await directory.LoginAsync(person, HttpContext.RequestAborted) ?? "";
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var user = await WhoAsync();
        return await AttemptAsync(async () =>
        {
            await acting.StartAsync(Login, Reason, user, HttpContext.RequestAborted);
            return LocalRedirect("/my");
        });
    }
}
