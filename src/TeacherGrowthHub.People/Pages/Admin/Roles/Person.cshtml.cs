using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.Roles;

namespace TeacherGrowthHub.People.Pages.Admin.Roles;

/// <summary>What a person can do, and where. Shown to who may grant roles where the person belongs or holds one.</summary>
[RequirePermission(PeoplePermissions.GrantRoles)]
public sealed class PersonModel(
    AccountGrants grants,
    RoleOverview overview,
    HubDbContext database,
    IEnumerable<IPermissionProvider> providers
) : HubPageModel
{
    /// <summary>A permission and the organisations where it can be exercised.</summary>
    public sealed record Line(string Label, IReadOnlyList<string> Places);

    public HubUser Person { get; private set; } = HubUser.Guest;
    public IReadOnlyList<HeldRole> Held { get; private set; } = [];
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>Whether the reader may act for the person, to help.</summary>
    public bool MayActFor { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id)
    {
        var reader = await WhoAsync();
        var person = await grants.UserAsync(id, HttpContext.RequestAborted);
        Held = await overview.OfAsync(id, reader, HttpContext.RequestAborted);
        if (person is null || (Held.Count == 0 && !reader.Can(PeoplePermissions.GrantRoles, person.HomePath)))
            throw new RefusedException("没有这个账号") { Kind = RefusalKind.NotFound };
        Person = person;
        Lines = await LinesAsync(person, reader);
        MayActFor = person.AccountId != reader.AccountId && reader.Can(PeoplePermissions.ActFor, person.Place);
        return Page();
    }

    private async Task<List<Line>> LinesAsync(HubUser person, HubUser reader)
    {
        var paths = person
            .Grants.Select(grant => grant.Path)
            .Where(path => reader.Can(PeoplePermissions.GrantRoles, path))
            .Distinct()
            .ToList();
        var names = await database
            .Set<Domain.Organization>()
            .Where(organization => paths.Contains(organization.Path))
            .ToDictionaryAsync(organization => organization.Path, organization => organization.Name);
        return
        [
            .. providers
                .SelectMany(provider => provider.Permissions)
                .Select(permission => new Line(
                    permission.Label,
                    [.. person.Scopes(permission.Name).Where(names.ContainsKey).Select(path => names[path])]
                ))
                .Where(line => line.Places.Count > 0),
        ];
    }
}
