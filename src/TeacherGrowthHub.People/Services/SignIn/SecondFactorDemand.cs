using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.SignIn;

/// <summary>Of whom a second factor is demanded: system administrators in Production, and the roles of the setting.</summary>
public sealed class SecondFactorDemand(HubDbContext database, SiteSettings settings, IHostEnvironment environment)
{
    /// <summary>The claim that says how somebody signed in (RFC 8176).</summary>
    public const string MethodClaim = "amr";

    /// <summary>By password and authenticator app or recovery code.</summary>
    public const string WithApp = "mfa";

    /// <summary>By passkey, which is possession and PIN or finger in one.</summary>
    public const string WithPasskey = "hwk";

    /// <summary>Whether somebody signed in with a second factor.</summary>
    public static bool IsStrong(ClaimsPrincipal principal) => principal.FindFirstValue(MethodClaim) is WithApp or WithPasskey;

    /// <summary>The roles whose holders need one.</summary>
    public async Task<IReadOnlyList<string>> RolesAsync(CancellationToken cancellationToken = default)
    {
        var roles = (await settings.GetAsync<SecondFactorRules>(cancellationToken)).Roles;
        return environment.IsProduction() ? [.. roles, PortalRole.SystemAdministrator] : roles;
    }

    /// <summary>Whether this account needs one.</summary>
    public async Task<bool> IsForAsync(string accountId, CancellationToken cancellationToken = default)
    {
        var roles = await RolesAsync(cancellationToken);
        return await database
            .Set<RoleHolding>()
            .AnyAsync(holding => holding.AccountId == accountId && roles.Contains(holding.RoleName), cancellationToken);
    }
}
