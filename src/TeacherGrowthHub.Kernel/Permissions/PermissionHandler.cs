using Microsoft.AspNetCore.Authorization;

namespace TeacherGrowthHub.Kernel.Permissions;

/// <summary>Answers <see cref="RequirePermissionAttribute"/> and <see cref="RequireSignedInAttribute"/> from the person's grants.</summary>
public sealed class PermissionHandler(IHubUserAccessor users) : IAuthorizationHandler
{
    public async Task HandleAsync(AuthorizationHandlerContext context)
    {
        var pending = context.PendingRequirements.Where(r => r is RequirePermissionAttribute or RequireSignedInAttribute).ToList();
        if (pending.Count == 0)
            return;
        var user = await users.GetAsync();
        foreach (var requirement in pending)
        {
            if (requirement is RequirePermissionAttribute required ? user.Can(required.Permission) : user.IsSignedIn)
                context.Succeed(requirement);
        }
    }
}
