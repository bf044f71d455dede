using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TeacherGrowthHub.Kernel.Data;

namespace TeacherGrowthHub.Kernel.Messaging;

/// <summary>
/// Takes one due message at a time by moving its due time ahead in one statement: whoever moved it has it, and a killed node's
/// message falls due again after <see cref="Lease"/>. No transaction stays open meanwhile, which on PostgreSQL would hold up
/// every reader of the change log.
/// </summary>
public sealed class OutboxQueue(IServiceScopeFactory scopes, TimeProvider clock, ILogger<OutboxQueue> logger)
{
    /// <summary>Attempts before a message is left to an administrator.</summary>
    public const int MaxAttempts = 8;

    /// <summary>Longer than any handler may take.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Handles the next due message, if any, in a scope of its own.</summary>
    /// <param name="routes">Who handles what.</param>
    /// <param name="kind">Only messages of this kind; null means all.</param>
    /// <returns>False when nothing is due.</returns>
    public async Task<bool> HandleNextAsync(
        IReadOnlyDictionary<string, List<OutboxRoute>> routes,
        string? kind,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<HubDbContext>();
        if (await TakeAsync(database, kind, cancellationToken) is not { } message)
            return false;
        var error = await TryHandleAsync(message, routes, cancellationToken);
        await FinishAsync(database, message, error, CancellationToken.None);
        return true;
    }

    /// <summary>Makes due at once what a killed process had in hand. Only where this is the one node.</summary>
    public async Task ReleaseAllAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var messages = scope.ServiceProvider.GetRequiredService<HubDbContext>().Set<OutboxMessage>();
        await messages
            .Where(message => message.GivenUpAt == null && message.DueAt <= Now + Lease)
            .ExecuteUpdateAsync(message => message.SetProperty(m => m.DueAt, Now), cancellationToken);
    }

    private async Task<OutboxMessage?> TakeAsync(HubDbContext database, string? kind, CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = Now;
            var next = await database
                .Set<OutboxMessage>()
                .AsNoTracking()
                .Where(message => message.GivenUpAt == null && message.DueAt <= now && (kind == null || message.Kind == kind))
                .OrderBy(message => message.DueAt)
                .FirstOrDefaultAsync(cancellationToken);
            if (next is null)
                return null;
            var taken = await database
                .Set<OutboxMessage>()
                .Where(message => message.Id == next.Id && message.DueAt == next.DueAt)
                .ExecuteUpdateAsync(message => message.SetProperty(m => m.DueAt, now + Lease), cancellationToken);
            if (taken == 1)
                return next;
        }
    }

    private async Task<Exception?> TryHandleAsync(
        OutboxMessage message,
        IReadOnlyDictionary<string, List<OutboxRoute>> routes,
        CancellationToken cancellationToken
    )
    {
        try
        {
            foreach (var route in routes.GetValueOrDefault(message.Kind) ?? [])
            {
                await using var scope = scopes.CreateAsyncScope();
                await route.HandleAsync(scope.ServiceProvider, message.Payload, cancellationToken);
            }
            return null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(exception, "Outbox message {Kind} {Id} failed; it is tried again", message.Kind, message.Id);
            return exception;
        }
    }

    private async Task FinishAsync(HubDbContext database, OutboxMessage message, Exception? error, CancellationToken cancellationToken)
    {
        var row = database.Set<OutboxMessage>().Where(m => m.Id == message.Id);
        if (error is null)
        {
            await row.ExecuteDeleteAsync(cancellationToken);
            return;
        }
        var attempts = message.Attempts + 1;
        var text = error.ToString();
        DateTime? givenUp = attempts >= MaxAttempts ? Now : null;
        await row.ExecuteUpdateAsync(
            m =>
                m.SetProperty(o => o.Attempts, attempts)
                    .SetProperty(o => o.LastError, text)
                    .SetProperty(o => o.DueAt, Now.AddSeconds(Math.Pow(2, attempts)))
                    .SetProperty(o => o.GivenUpAt, givenUp),
            cancellationToken
        );
    }
}
