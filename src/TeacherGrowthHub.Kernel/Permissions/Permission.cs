namespace TeacherGrowthHub.Kernel.Permissions;

/// <summary>A thing somebody may be allowed to do. Held through a role at an organisation; denied by default.</summary>
/// <param name="Name">Stable name, <c>Module.Verb</c>, written in roles and recipes.</param>
/// <param name="Label">Chinese label shown to administrators.</param>
/// <param name="IsPersonal">Never exercised by somebody who acts for its holder: a judge's score is the judge's own.</param>
/// <param name="IsForIntegrations">Offered to the keys of other systems; all others are people's alone.</param>
public sealed record Permission(string Name, string Label, bool IsPersonal = false, bool IsForIntegrations = false);

/// <summary>A module's list of permissions.</summary>
public interface IPermissionProvider
{
    IEnumerable<Permission> Permissions { get; }
}

/// <summary>A permission held at an organisation (and all below it).</summary>
/// <param name="ForOthersOnly">Its holder may pass it on with a role, not exercise it.</param>
public sealed record Grant(string Permission, string Path, bool ForOthersOnly = false);
