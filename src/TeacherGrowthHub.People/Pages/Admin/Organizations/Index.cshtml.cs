using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Organizations;

namespace TeacherGrowthHub.People.Pages.Admin.Organizations;

/// <summary>The tree of one's scopes, with counts; found by name, closed ones on demand.</summary>
[RequirePermission(PeoplePermissions.EditOrganizations)]
public sealed class IndexModel(OrganizationOverview overview) : HubPageModel
{
    /// <summary>A part of a name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Whether closed organisations are listed.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Closed { get; set; }
    public HubUser Reader { get; private set; } = HubUser.Guest;
    public IReadOnlyList<OrganizationNode> Roots { get; private set; } = [];
    public int Schools => Roots.Sum(root => root.Schools);
    public int Teachers => Roots.Sum(root => root.Teachers);

    public async Task OnGetAsync()
    {
        Reader = await WhoAsync();
        Roots = await overview.TreeAsync(Reader, new OrganizationFilter(Q, Closed), HttpContext.RequestAborted);
    }

    /// <summary>Whether the branches stand open: where there is little to see, or something was looked for.</summary>
    public bool IsOpen => !string.IsNullOrWhiteSpace(Q) || (Roots.Count == 1 && Roots[0].Organization.Kind != OrganizationKind.City);

    /// <summary>The schools directly below an office.</summary>
    public static IReadOnlyList<OrganizationNode> SchoolsOf(OrganizationNode node) =>
        [.. node.Below.Where(child => child.Organization.IsSchool)];
}
