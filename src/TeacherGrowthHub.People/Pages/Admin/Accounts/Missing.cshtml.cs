using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.Messages;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.People.Pages.Admin.Accounts;

/// <summary>Teachers without an account, to be given one; and everybody to be reminded, as text for a chat group.</summary>
[RequirePermission(PeoplePermissions.ManageAccounts)]
public sealed class MissingModel(AccountCreation creation, ActivationReminder reminder, PeopleDirectory directory) : HubPageModel
{
    /// <summary>Teachers listed at once.</summary>
    public const int Shown = 100;

    /// <summary>The chosen teachers.</summary>
    [BindProperty]
    public List<string> Teacher { get; set; } = [];

    public IReadOnlyList<Teacher> Teachers { get; private set; } = [];
    public int Total { get; private set; }
    public IReadOnlyDictionary<string, string> Schools { get; private set; } = new Dictionary<string, string>();
    public IReadOnlyList<SchoolNames> ToRemind { get; private set; } = [];

    /// <summary>Where people activate their accounts.</summary>
    public string Address => ActivationLink.Site(Request) + "/account/activate";

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() =>
        AttemptAsync(
            async () =>
            {
                var ids = await creation.ForTeachersAsync(await WhoAsync(), Teacher, HttpContext.RequestAborted);
                Done("已创建{0}个账号，请打印一次性代码发给他们。", ids.Count);
                return LocalRedirect("/admin/accounts/slips?" + string.Join('&', ids.Select(id => "id=" + id)));
            },
            LoadAsync
        );

    private async Task LoadAsync()
    {
        var user = await WhoAsync();
        Teachers = await creation.WithoutAsync(user, Shown, HttpContext.RequestAborted);
        Total = await creation.CountWithoutAsync(user, HttpContext.RequestAborted);
        ToRemind = await reminder.ListAsync(user, HttpContext.RequestAborted);
        var all = await directory.OrganizationsAsync(HttpContext.RequestAborted);
        Schools = all.ToDictionary(organization => organization.Path, organization => organization.Name);
    }
}
