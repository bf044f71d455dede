using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Accounts;

/// <summary>
/// Support acts for somebody: a sealed cookie beside the own session says for whom, for an hour. The own session, password and second
/// factor stay what they are.
/// </summary>
public sealed class Acting(
    IHttpContextAccessor http,
    IDataProtectionProvider protection,
    AccountGrants grants,
    AccountService accounts,
    HubDbContext database,
    AuditTrail audit,
    TimeProvider clock
)
{
    /// <summary>How long acting lasts before it must be begun anew.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private const string Cookie = "hub.acting";
    private const int LongestReason = 200;

    private sealed record Ticket(string Actor, string Person);

    private ITimeLimitedDataProtector Seal => protection.CreateProtector(nameof(Acting)).ToTimeLimitedDataProtector();

    /// <summary>Begins to act for the owner of an account.</summary>
    /// <param name="login">Teacher number or mobile number.</param>
    /// <param name="reason">Why; kept in the audit trail.</param>
    /// <param name="user">Who will act.</param>
    public async Task StartAsync(string login, string reason, HubUser user, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
            throw new RefusedException("请写明代为操作的原因（{0} 字以内）", LongestReason) { Field = "Reason" };
        var account = await accounts.FindAsync(login, cancellationToken);
        var person = account is null ? null : await grants.UserAsync(account.Id, cancellationToken);
        if (person is null || person.AccountId == user.AccountId || !MayActFor(user, person))
            throw new RefusedException("您的管理范围内没有这个账号：{0}", login) { Field = "Login" };
        audit.Record(user, "Acting.Started", nameof(Account), person.AccountId!, after: new { person.Name, reason }, path: person.Place);
        await database.SaveChangesAsync(cancellationToken);
        var until = clock.GetUtcNow() + Lifetime;
        var ticket = JsonSerializer.Serialize(new Ticket(user.AccountId!, person.AccountId!));
        http.HttpContext!.Response.Cookies.Append(Cookie, Seal.Protect(ticket, until), Options(until));
    }

    /// <summary>Ends it; the next request is one's own again.</summary>
    public async Task StopAsync(HubUser user, CancellationToken cancellationToken = default)
    {
        http.HttpContext!.Response.Cookies.Delete(Cookie, Options(null));
        if (user.ActedBy is null)
            return;
        audit.Record(user, "Acting.Stopped", nameof(Account), user.AccountId!, path: user.Place);
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The person for whom the signed-in account acts in this request; null when it acts for itself.</summary>
    public async Task<HubUser?> PersonAsync(HubUser actor, CancellationToken cancellationToken = default)
    {
        var context = http.HttpContext!;
        if (
            context.User.Identity?.AuthenticationType != IdentityConstants.ApplicationScheme
            || context.Request.Cookies[Cookie] is not { } cookie
            || Read(cookie) is not { } ticket
            || ticket.Actor != actor.AccountId
        )
            return null;
        var person = await grants.UserAsync(ticket.Person, cancellationToken);
        return person is not null && MayActFor(actor, person) ? person : null;
    }

    private Ticket? Read(string cookie)
    {
        try
        {
            return JsonSerializer.Deserialize<Ticket>(Seal.Unprotect(cookie));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static bool MayActFor(HubUser actor, HubUser person) => actor.Can(PeoplePermissions.ActFor, person.Place);

    private CookieOptions Options(DateTimeOffset? until) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = http.HttpContext!.Request.IsHttps,
            Expires = until,
        };
}
