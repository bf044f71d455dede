using TeacherGrowthHub.Kernel.Organizations;

namespace TeacherGrowthHub.Kernel.Permissions;

/// <summary>Who is asking, and what they may do where. Nobody signed in: <see cref="Guest"/>.</summary>
public sealed record HubUser(string? AccountId, string? TeacherId, string Name, string? HomePath, IReadOnlyList<Grant> Grants)
{
    public static readonly HubUser Guest = new(null, null, "", null, []);

    /// <summary>The application itself: recipes, command line, background work.</summary>
    public static readonly HubUser System = new(null, null, "system", null, []) { IsSystem = true };

    /// <summary>Work done by the application, not by a person; allowed everything, always named so in the audit trail.</summary>
    public bool IsSystem { get; private init; }

    public bool IsSignedIn => AccountId is not null;

    /// <summary>Whether the permission is held at any organisation.</summary>
    public bool Can(string permission) => IsSystem || Grants.Any(grant => grant.Permission == permission);

    /// <summary>Whether the permission is held at an organisation that contains <paramref name="path"/>.</summary>
    public bool Can(string permission, string? path) =>
        IsSystem || Grants.Any(grant => grant.Permission == permission && OrganizationPath.Contains(grant.Path, path));

    /// <summary>The organisations at which the permission is held: the scopes of a list.</summary>
    public IReadOnlyList<string> Scopes(string permission) =>
        IsSystem ? [""] : [.. Grants.Where(grant => grant.Permission == permission).Select(grant => grant.Path).Distinct()];
}

/// <summary>Gives the person behind the present request (or <see cref="HubUser.System"/> outside one). Scoped.</summary>
public interface IHubUserAccessor
{
    ValueTask<HubUser> GetAsync(CancellationToken cancellationToken = default);
}
