using Microsoft.AspNetCore.Authorization;

namespace TeacherGrowthHub.Kernel.Permissions;

/// <summary>Answers a <see cref="PermissionRequirement"/> from the person's grants.</summary>
public sealed class PermissionHandler(IHubUserAccessor users) : AuthorizationHandler<PermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        var user = await users.GetAsync();
        if (requirement.Permission is null ? user.IsSignedIn : user.Can(requirement.Permission))
            context.Succeed(requirement);
    }
}
