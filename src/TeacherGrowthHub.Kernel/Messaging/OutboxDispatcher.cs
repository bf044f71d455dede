using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TeacherGrowthHub.Kernel.Data;

namespace TeacherGrowthHub.Kernel.Messaging;

/// <summary>The node's workers: they empty the outbox whenever a commit wakes them, and look by themselves every second.</summary>
public sealed class OutboxDispatcher(
    OutboxQueue queue,
    OutboxSignal signal,
    IEnumerable<OutboxRoute> routes,
    IOptions<DatabaseOptions> database,
    ILogger<OutboxDispatcher> logger
) : BackgroundService
{
    private const int Workers = 2;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, List<OutboxRoute>> _routes = routes
        .GroupBy(route => route.Kind)
        .ToDictionary(group => group.Key, group => group.ToList());

    /// <summary>Handles everything that is due now; for tests and command-line verbs that must see the result.</summary>
    /// <param name="kind">Only messages of this type's name; null means all.</param>
    public async Task DrainAsync(string? kind = null, CancellationToken cancellationToken = default)
    {
        while (await queue.HandleNextAsync(_routes, kind, cancellationToken)) { }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // SQLite means one node: what is in hand now was in the hand of a process that is gone.
        if (database.Value.Provider == DatabaseProvider.Sqlite)
            await queue.ReleaseAllAsync(stoppingToken);
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => WorkAsync(stoppingToken)));
    }

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await DrainAsync(cancellationToken: stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                logger.LogError(exception, "Outbox worker stumbled; it goes on in a second");
            }
            await signal.WaitAsync(Interval, stoppingToken);
        }
    }
}
