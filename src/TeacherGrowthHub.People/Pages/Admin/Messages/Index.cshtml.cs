using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Messages;
using TeacherGrowthHub.People.Services.Roles;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.People.Pages.Admin.Messages;

/// <summary>Robots of chat groups: add, try, remove.</summary>
[RequirePermission(PeoplePermissions.ManageAccounts)]
public sealed class IndexModel(RobotAdministration administration, PeopleDirectory directory) : HubPageModel
{
    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public RobotKind Kind { get; set; }

    [BindProperty]
    public string Address { get; set; } = "";

    [BindProperty]
    public string Secret { get; set; } = "";

    /// <summary>Path of the organisation whose group it is.</summary>
    [BindProperty]
    public string Organization { get; set; } = "";

    public IReadOnlyList<GroupRobot> Robots { get; private set; } = [];
    public IReadOnlyList<Organization> Organizations { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() =>
        ChangeAsync(
            user => administration.AddAsync(user, new(Name, Kind, Address, Secret, Organization), HttpContext.RequestAborted),
            "已添加群机器人。"
        );

    public Task<IActionResult> OnPostTestAsync(string robot) =>
        ChangeAsync(user => administration.TestAsync(user, robot, HttpContext.RequestAborted), "已发出，请到群里看看。");

    public Task<IActionResult> OnPostRemoveAsync(string robot) =>
        ChangeAsync(user => administration.RemoveAsync(user, robot, HttpContext.RequestAborted), "已移除群机器人。");

    /// <summary>The name of an organisation.</summary>
    public string NameOf(string path) => Organizations.FirstOrDefault(organization => organization.Path == path)?.Name ?? path;

    private Task<IActionResult> ChangeAsync(Func<HubUser, Task> change, string done) =>
        AttemptAsync(
            async () =>
            {
                await change(await WhoAsync());
                Done(done);
                return RedirectToPage();
            },
            LoadAsync
        );

    private async Task LoadAsync()
    {
        var user = await WhoAsync();
        Robots = await administration.ListAsync(user, HttpContext.RequestAborted);
        var all = await directory.OrganizationsAsync(HttpContext.RequestAborted);
        Organizations = [.. all.Where(organization => user.Can(PeoplePermissions.ManageAccounts, organization.Path))];
    }
}
