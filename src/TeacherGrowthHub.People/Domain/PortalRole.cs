using TeacherGrowthHub.Kernel.Permissions;

namespace TeacherGrowthHub.People.Domain;

/// <summary>A named bundle of permissions, held at an organisation. Data: comes by the recipe step <c>Roles</c>.</summary>
public sealed class PortalRole
{
    /// <summary>The role every account of a teacher holds at the teacher's school.</summary>
    public const string Teacher = "Teacher";

    /// <summary>The role with every permission.</summary>
    public const string SystemAdministrator = "SystemAdministrator";

    /// <summary>Stable name.</summary>
    public required string Name { get; init; }

    /// <summary>Chinese label.</summary>
    public required string Label { get; set; }
    public List<string> Permissions { get; set; } = [];

    /// <summary>Permissions its holder may pass on with a role without exercising them: a school appoints its reviewer and reviews nothing.</summary>
    public List<string> Delegable { get; set; } = [];

    /// <summary>What the role gives its holder at an organisation.</summary>
    public IEnumerable<Grant> GrantsAt(string path) =>
        Permissions
            .Select(permission => new Grant(permission, path))
            .Concat(Delegable.Select(permission => new Grant(permission, path, ForOthersOnly: true)));

    /// <summary>
    /// Whether a person may give or take this role at an organisation: nobody grants more than they hold or may pass on, nor above the own
    /// organisation.
    /// </summary>
    public bool MayBeGrantedBy(HubUser user, string path) =>
        Name != Teacher && user.Can(PeoplePermissions.GrantRoles, path) && Permissions.Concat(Delegable).All(p => user.MayPassOn(p, path));
}

/// <summary>A role held by an account at an organisation, and so at all below it.</summary>
public sealed class RoleHolding
{
    public required string Id { get; init; }
    public required string AccountId { get; init; }
    public Account? Account { get; init; }
    public required string RoleName { get; init; }
    public required string OrganizationId { get; init; }
    public Organization? Organization { get; init; }
}
