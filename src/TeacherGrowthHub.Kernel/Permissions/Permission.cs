namespace TeacherGrowthHub.Kernel.Permissions;

/// <summary>A thing somebody may be allowed to do. Held through a role at an organisation; denied by default.</summary>
/// <param name="Name">Stable name, <c>Module.Verb</c>, written in roles and recipes.</param>
/// <param name="Label">Chinese label shown to administrators.</param>
public sealed record Permission(string Name, string Label);

/// <summary>A module's list of permissions.</summary>
public interface IPermissionProvider
{
    IEnumerable<Permission> Permissions { get; }
}

/// <summary>A permission held at an organisation (and all below it).</summary>
public sealed record Grant(string Permission, string Path);
