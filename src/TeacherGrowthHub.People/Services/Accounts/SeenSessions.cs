using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Scheduling;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Accounts;

/// <summary>
/// When each session was last seen, stored once a minute for all of them: no page that is only read waits for somebody who writes for
/// long, an import for instance. What has not been stored when the site stops is lost: a minute of a session that lives for thirty days.
/// </summary>
public sealed class SeenSessions(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, DateTime> _seen = new();

    /// <summary>Notes a request of the session.</summary>
    public void Note(string sessionId) => _seen[sessionId] = clock.GetUtcNow().UtcDateTime;

    /// <summary>Stores what has been noted since the last time.</summary>
    public async Task StoreAsync(HubDbContext database, CancellationToken cancellationToken)
    {
        foreach (var (id, at) in _seen)
        {
            await database
                .Set<AccountSession>()
                .Where(row => row.Id == id && row.SeenAt < at)
                .ExecuteUpdateAsync(row => row.SetProperty(session => session.SeenAt, at), cancellationToken);
            // A request that came meanwhile stays noted.
            _seen.TryRemove(new(id, at));
        }
    }
}

/// <summary>Every minute.</summary>
internal sealed class SeenSessionsJob(HubDbContext database, SeenSessions seen) : IScheduledJob
{
    public Task RunAsync(CancellationToken cancellationToken) => seen.StoreAsync(database, cancellationToken);
}
