using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Accounts;

/// <summary>The browsers an account is signed in with. A cookie names its row; a row that is ended opens nothing from the next request on.</summary>
public sealed class AccountSessions(HubDbContext database, TimeProvider clock)
{
    /// <summary>The claim of the cookie that names the session.</summary>
    public const string ClaimType = "hub:session";

    /// <summary>After so long without a request a session is over: no cookie lives longer.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(180);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>A new session; stored by the caller's SaveChanges.</summary>
    /// <param name="accountId">Whose.</param>
    /// <param name="address">Network address of the request.</param>
    /// <param name="device">What the browser calls itself.</param>
    public async Task<AccountSession> OpenAsync(string accountId, string? address, string? device)
    {
        var old = Now - KeptFor;
        await database.Set<AccountSession>().Where(row => row.AccountId == accountId && row.SeenAt < old).ExecuteDeleteAsync();
        var session = new AccountSession
        {
            Id = HubId.New(clock),
            AccountId = accountId,
            CreatedAt = Now,
            SeenAt = Now,
            Address = address,
            Device = device is { Length: > AccountSession.MaxDeviceLength } ? device[..AccountSession.MaxDeviceLength] : device,
        };
        database.Add(session);
        return session;
    }

    /// <summary>The sessions of an account that are still open, last seen first.</summary>
    public Task<List<AccountSession>> OpenOfAsync(string accountId, CancellationToken cancellationToken = default)
    {
        var since = Now - Lifetime;
        return database
            .Set<AccountSession>()
            .Where(row => row.AccountId == accountId && row.EndedAt == null && row.SeenAt > since)
            .OrderByDescending(row => row.SeenAt)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Ends one session of the account, if it is open; stored by the caller's SaveChanges.</summary>
    /// <returns>Whether there was one to end.</returns>
    public async Task<bool> EndAsync(string accountId, string sessionId, CancellationToken cancellationToken = default)
    {
        var session = (await OpenOfAsync(accountId, cancellationToken)).Find(row => row.Id == sessionId);
        if (session is null)
            return false;
        session.EndedAt = Now;
        return true;
    }

    /// <summary>Signs an account out everywhere: sessions and bearer tokens; stored by the caller's SaveChanges.</summary>
    /// <param name="accountId">Whose.</param>
    /// <param name="except">The session to leave open; null ends all.</param>
    /// <returns>How many sessions and tokens ended.</returns>
    public async Task<int> EndAllAsync(string accountId, string? except = null, CancellationToken cancellationToken = default)
    {
        var now = Now;
        var sessions = (await OpenOfAsync(accountId, cancellationToken)).FindAll(row => row.Id != except);
        sessions.ForEach(row => row.EndedAt = now);
        var tokens = await database
            .Set<ApiToken>()
            .Where(token => token.AccountId == accountId && token.RevokedAt == null && token.ExpiresAt > now)
            .ToListAsync(cancellationToken);
        tokens.ForEach(token => token.RevokedAt = now);
        return sessions.Count + tokens.Count;
    }
}
