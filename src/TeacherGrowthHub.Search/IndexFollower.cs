using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TeacherGrowthHub.Kernel.Changes;
using TeacherGrowthHub.Kernel.Shell;

namespace TeacherGrowthHub.Search;

/// <summary>Follows the change log with the index's own cursor; rebuilds an index that is missing or damaged.</summary>
public sealed class IndexFollower(ISearchIndex index, IServiceScopeFactory scopes, ILogger<IndexFollower> logger) : BackgroundService
{
    private const int BatchSize = 200;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private readonly SemaphoreSlim _oneAtATime = new(1);

    /// <summary>Brings the index up to the change log as it is now.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken = default)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (index.Position is null)
                await RebuildAsync(scope.ServiceProvider, cancellationToken);
            while (await FollowAsync(scope.ServiceProvider, cancellationToken)) { }
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Throws the index away and builds it anew.</summary>
    public async Task RebuildAsync(CancellationToken cancellationToken = default)
    {
        index.Clear();
        await CatchUpAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await CatchUpAsync(stoppingToken);
                await Task.Delay(Interval, stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                logger.LogError(exception, "The search index stumbled; it goes on in a moment");
                await Task.Delay(Interval, CancellationToken.None);
            }
        }
    }

    private async Task RebuildAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        // The position first: what changes meanwhile is read once more, never missed.
        var position = await EndOfLogAsync(services.GetRequiredService<ChangeLog>(), cancellationToken);
        index.Clear();
        foreach (var source in services.GetServices<ISearchSource>())
        {
            var done = 0;
            foreach (var ids in (await source.PublishedIdsAsync(cancellationToken)).Chunk(BatchSize))
            {
                index.Apply(await source.LoadAsync(ids, cancellationToken), [], position: null);
                logger.LogInformation("Search index: {Kind} {Done} built", source.Kind, done += ids.Length);
            }
        }
        index.Apply([], [], position);
        await ForgetPagesAsync(services, cancellationToken);
    }

    private async Task<bool> FollowAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var changes = await services.GetRequiredService<ChangeLog>().ReadAsync(index.Position!, BatchSize, cancellationToken);
        if (changes.Count == 0)
            return false;
        var sources = services.GetServices<ISearchSource>().ToDictionary(source => source.Kind);
        var documents = new List<SearchDocument>();
        var removed = new List<string>();
        foreach (var group in changes.Where(change => sources.ContainsKey(change.Kind)).GroupBy(change => change.Kind))
        {
            var ids = group.Select(change => change.SubjectId).ToHashSet();
            var found = await sources[group.Key].LoadAsync(ids, cancellationToken);
            documents.AddRange(found);
            removed.AddRange(ids.Except(found.Select(document => document.Id)));
        }
        index.Apply(documents, removed, new ChangePosition(changes[^1].TransactionId, changes[^1].Sequence));
        await ForgetPagesAsync(services, cancellationToken);
        return true;
    }

    // Guests' pages show lists from the index.
    private static ValueTask ForgetPagesAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetService<IPageCache>()?.ClearAsync(cancellationToken) ?? ValueTask.CompletedTask;

    private static async Task<ChangePosition> EndOfLogAsync(ChangeLog log, CancellationToken cancellationToken)
    {
        var position = ChangePosition.Start;
        while (await log.ReadAsync(position, BatchSize, cancellationToken) is [.., var last])
            position = new ChangePosition(last.TransactionId, last.Sequence);
        return position;
    }
}
