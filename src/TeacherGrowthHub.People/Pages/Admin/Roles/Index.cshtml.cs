using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Roles;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.People.Pages.Admin.Roles;

/// <summary>Who can do what at an organisation; roles are given and taken here.</summary>
[RequirePermission(PeoplePermissions.GrantRoles)]
public sealed class IndexModel(
    RoleOverview overview,
    RoleHoldings holdings,
    PeopleDirectory directory,
    IEnumerable<IPermissionProvider> providers
) : HubPageModel
{
    /// <summary>Path of the organisation shown; the first of one's own without it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Organization { get; set; }

    [BindProperty]
    public string Login { get; set; } = "";

    [BindProperty]
    public string Role { get; set; } = "";

    public HubUser Reader { get; private set; } = HubUser.Guest;
    public Organization Shown { get; private set; } = null!;
    public IReadOnlyList<Organization> Choices { get; private set; } = [];
    public IReadOnlyList<HeldRole> Held { get; private set; } = [];
    public IReadOnlyList<PortalRole> Roles { get; private set; } = [];

    /// <summary>The roles the reader may give here.</summary>
    public IEnumerable<PortalRole> Grantable => Roles.Where(role => role.MayBeGrantedBy(Reader, Shown.Path));

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        return await AttemptAsync(
            async () =>
            {
                await holdings.GrantAsync(Login, Role, Shown.Path, Reader, HttpContext.RequestAborted);
                Done("已授予角色");
                return Here();
            },
            LoadAsync
        );
    }

    public async Task<IActionResult> OnPostRevokeAsync(string holding)
    {
        await LoadAsync();
        return await AttemptAsync(
            async () =>
            {
                await holdings.RevokeAsync(holding, Reader, HttpContext.RequestAborted);
                Done("已收回角色");
                return Here();
            },
            LoadAsync
        );
    }

    /// <summary>Label of a permission.</summary>
    public string LabelOf(string permission) =>
        providers.SelectMany(provider => provider.Permissions).FirstOrDefault(p => p.Name == permission)?.Label ?? permission;

    private LocalRedirectResult Here() => LocalRedirect("/admin/roles?organization=" + Uri.EscapeDataString(Shown.Path));

    private async Task LoadAsync()
    {
        Reader = await WhoAsync();
        var all = await directory.OrganizationsAsync(HttpContext.RequestAborted);
        Choices = [.. all.Where(organization => Reader.Can(PeoplePermissions.GrantRoles, organization.Path))];
        Shown =
            Choices.FirstOrDefault(organization => Organization is null || organization.Path == Organization)
            ?? throw new RefusedException("没有这个单位") { Kind = RefusalKind.NotFound };
        Held = await overview.AtAsync(Shown.Path, HttpContext.RequestAborted);
        Roles = await overview.RolesAsync(HttpContext.RequestAborted);
    }
}
