using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Accounts;

namespace TeacherGrowthHub.People.Pages.Admin.Accounts;

/// <summary>The accounts within the administrator's scope.</summary>
[RequirePermission(PeoplePermissions.ManageAccounts)]
public sealed class IndexModel(AccountList list) : HubPageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public AccountState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public AccountPage Found { get; private set; } = new([], 0, 1);

    public async Task OnGetAsync() =>
        Found = await list.SearchAsync(await WhoAsync(), new AccountQuery(Text, State, Number), HttpContext.RequestAborted);
}
