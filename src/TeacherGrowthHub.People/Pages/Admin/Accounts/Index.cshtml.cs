using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.People.Pages.Admin.Accounts;

/// <summary>The accounts within the administrator's scope.</summary>
[RequirePermission(PeoplePermissions.ManageAccounts)]
public sealed class IndexModel(AccountList list, PeopleDirectory directory) : HubPageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public AccountState? State { get; set; }

    /// <summary>Path of the only organisation that is listed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Organization { get; set; }

    public OnlyAt? At { get; private set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public AccountPage Found { get; private set; } = new([], 0, 1);

    public async Task OnGetAsync()
    {
        var user = await WhoAsync();
        At = await OnlyAt.FindAsync(
            directory,
            Organization,
            user,
            PeoplePermissions.ManageAccounts,
            "/admin/accounts",
            HttpContext.RequestAborted
        );
        Found = await list.SearchAsync(user, new AccountQuery(Text, State, Number, At?.Path), HttpContext.RequestAborted);
    }
}
