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

    /// <summary>Who sits at the keyboard when it is not the person: support acting for somebody.</summary>
    public Actor? ActedBy { get; init; }

    /// <summary>Where the person belongs: the school, or the first organisation a role is held at.</summary>
    public string? Place => HomePath ?? Grants.Select(grant => grant.Path).FirstOrDefault();

    /// <summary>Whether the permission is held at any organisation.</summary>
    public bool Can(string permission) => IsSystem || Exercised.Any(grant => grant.Permission == permission);

    /// <summary>Whether the permission is held at an organisation that contains <paramref name="path"/>.</summary>
    public bool Can(string permission, string? path) =>
        IsSystem || Exercised.Any(grant => grant.Permission == permission && OrganizationPath.Contains(grant.Path, path));

    /// <summary>Whether the permission may be passed on with a role at <paramref name="path"/>: held there, or held for others.</summary>
    public bool MayPassOn(string permission, string path) =>
        IsSystem || Grants.Any(grant => grant.Permission == permission && OrganizationPath.Contains(grant.Path, path));

    /// <summary>The one organisation that a list is narrowed to, if the permission is held there; else all its scopes.</summary>
    public IReadOnlyList<string> ScopesAt(string permission, string? path) =>
        path is not null && Can(permission, path) ? [path] : Scopes(permission);

    /// <summary>The organisations at which the permission is held: the scopes of a list.</summary>
    public IReadOnlyList<string> Scopes(string permission) =>
        IsSystem ? [""] : [.. Exercised.Where(grant => grant.Permission == permission).Select(grant => grant.Path).Distinct()];

    private IEnumerable<Grant> Exercised => Grants.Where(grant => !grant.ForOthersOnly);
}

/// <summary>The account behind an action that is done in another's place.</summary>
public sealed record Actor(string AccountId, string Name);

/// <summary>Gives the person behind the present request (or <see cref="HubUser.System"/> outside one). Scoped.</summary>
public interface IHubUserAccessor
{
    ValueTask<HubUser> GetAsync(CancellationToken cancellationToken = default);
}
