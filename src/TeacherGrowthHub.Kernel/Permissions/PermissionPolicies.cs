using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace TeacherGrowthHub.Kernel.Permissions;

/// <summary>Asked of a request: the permission at any scope, or, without one, only that somebody is signed in.</summary>
public sealed record PermissionRequirement(string? Permission) : IAuthorizationRequirement;

/// <summary>Makes a policy of every permission's name. Any other route falls back to a policy that denies.</summary>
public sealed class PermissionPolicies(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
{
    /// <summary>Beginning of a permission's policy name.</summary>
    public const string Prefix = "permission:";

    /// <summary>Policy of pages about oneself.</summary>
    public const string SignedIn = "signed-in";

    public override Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
        policyName == SignedIn ? Task.FromResult<AuthorizationPolicy?>(Require(null))
        : policyName.StartsWith(Prefix, StringComparison.Ordinal)
            ? Task.FromResult<AuthorizationPolicy?>(Require(policyName[Prefix.Length..]))
        : base.GetPolicyAsync(policyName);

    private static AuthorizationPolicy Require(string? permission) =>
        new AuthorizationPolicyBuilder().AddRequirements(new PermissionRequirement(permission)).Build();
}
