using Microsoft.AspNetCore.Authorization;

namespace TeacherGrowthHub.Kernel.Permissions;

/// <summary>
/// Declares what a page or endpoint asks: the named permission at any scope. The object's own scope is checked by the service
/// (<see cref="HubUser.Can(string, string?)"/>). A route with neither this, <see cref="RequireSignedInAttribute"/> nor
/// AllowAnonymous is denied.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequirePermissionAttribute(string permission) : AuthorizeAttribute(PermissionPolicies.Prefix + permission)
{
    public string Permission { get; } = permission;
}

/// <summary>Declares that any signed-in account may come: pages about oneself.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequireSignedInAttribute() : AuthorizeAttribute(PermissionPolicies.SignedIn);
