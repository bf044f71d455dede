using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.Roles;

namespace TeacherGrowthHub.People.Services.SignIn;

/// <summary>A person's own sessions: seen and ended by nobody but their owner here.</summary>
public sealed class OwnSessions(HubDbContext database, AccountSessions sessions, AccountScopes scopes, AuditTrail audit)
{
    public Task<List<AccountSession>> ListAsync(string accountId, CancellationToken cancellationToken) =>
        sessions.OpenOfAsync(accountId, cancellationToken);

    /// <summary>Ends one.</summary>
    /// <exception cref="RefusedException">Not an open session of this person.</exception>
    public async Task EndAsync(HubUser user, string sessionId, CancellationToken cancellationToken)
    {
        if (!await sessions.EndAsync(user.AccountId!, sessionId, cancellationToken))
            throw new RefusedException("这台设备已经退出了") { Kind = RefusalKind.NotFound };
        await StoreAsync(user, "Account.SessionEnded", 1, cancellationToken);
    }

    /// <summary>Ends all but the present one, and every bearer token.</summary>
    public async Task EndOthersAsync(HubUser user, string? present, CancellationToken cancellationToken)
    {
        var ended = await sessions.EndAllAsync(user.AccountId!, present, cancellationToken);
        await StoreAsync(user, "Account.SessionsEnded", ended, cancellationToken);
    }

    private async Task StoreAsync(HubUser user, string action, int ended, CancellationToken cancellationToken)
    {
        var path = await scopes.PathOfAsync(user.AccountId!, cancellationToken);
        audit.Record(user, action, nameof(Account), user.AccountId!, after: new { Ended = ended }, path: path);
        await database.SaveChangesAsync(cancellationToken);
    }
}
