using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace TeacherGrowthHub.Kernel.Permissions;

/// <summary>Answers a <see cref="PermissionRequirement"/> from the person's grants.</summary>
public sealed class PermissionHandler(IHubUserAccessor users) : AuthorizationHandler<PermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        var user = await users.GetAsync();
        var isPersonal = (context.Resource as HttpContext)?.GetEndpoint()?.Metadata.GetMetadata<NotWhenActingAttribute>() is not null;
        if (isPersonal && user.ActedBy is not null)
            return;
        if (requirement.Permission is null ? user.IsSignedIn : user.Can(requirement.Permission))
            context.Succeed(requirement);
    }
}
