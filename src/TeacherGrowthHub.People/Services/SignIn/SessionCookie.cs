using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Accounts;

namespace TeacherGrowthHub.People.Services.SignIn;

/// <summary>Holds every cookie against the store, with one query a request: what is ended there is over at the next click.</summary>
public sealed class SessionCookie(HubDbContext database, SeenSessions seen, SecondFactorDemand demand)
{
    /// <summary>The event of the cookie scheme.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        // Assets are public; a page brings a dozen of them.
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            return;
        var cookie = (SessionCookie)context.HttpContext.RequestServices.GetService(typeof(SessionCookie))!;
        if (await cookie.StateOfAsync(context.Principal!, context.HttpContext.RequestAborted) is { } state)
        {
            context.HttpContext.Features.Set(state);
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }

    private async Task<SignInState?> StateOfAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        var sessionId = principal.FindFirstValue(AccountSessions.ClaimType);
        var accountId = principal.FindFirstValue(ClaimTypes.NameIdentifier);
        // With a second factor there is nothing to demand, and no role to look up.
        var roles = SecondFactorDemand.IsStrong(principal) ? [] : await demand.RolesAsync(cancellationToken);
        var state = await (
            from session in database.Set<AccountSession>()
            join account in database.Set<Account>() on session.AccountId equals account.Id
            where session.Id == sessionId && account.Id == accountId && session.EndedAt == null && account.ClosedAt == null
            select new
            {
                session.Id,
                account.MustChangePassword,
                NeedsSecondFactor = database
                    .Set<RoleHolding>()
                    .Any(holding => holding.AccountId == account.Id && roles.Contains(holding.RoleName)),
            }
        ).SingleOrDefaultAsync(cancellationToken);
        if (state is null)
            return null;
        seen.Note(state.Id);
        return new SignInState(state.MustChangePassword, state.NeedsSecondFactor);
    }
}
