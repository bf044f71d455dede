using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.People.Pages.Admin.Accounts;

/// <summary>An account for somebody of an office, who is no teacher.</summary>
[RequirePermission(PeoplePermissions.ManageAccounts)]
public sealed class NewModel(AccountCreation creation, PeopleDirectory directory) : HubPageModel
{
    [BindProperty]
    public string Number { get; set; } = "";

    [BindProperty]
    public string Name { get; set; } = "";

    /// <summary>Path of the office's organisation.</summary>
    [BindProperty]
    public string Organization { get; set; } = "";
    public IReadOnlyList<Organization> Organizations { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() =>
        AttemptAsync(
            async () =>
            {
                var account = await creation.ForOfficeAsync(await WhoAsync(), Number, Name, Organization, HttpContext.RequestAborted);
                Done("账号已创建，请发一次性代码给{0}。", account.DisplayName);
                return LocalRedirect("/admin/accounts/" + account.Id);
            },
            LoadAsync
        );

    private async Task LoadAsync()
    {
        var user = await WhoAsync();
        var all = await directory.OrganizationsAsync(HttpContext.RequestAborted);
        Organizations = [.. all.Where(organization => user.Can(PeoplePermissions.ManageAccounts, organization.Path))];
    }
}
