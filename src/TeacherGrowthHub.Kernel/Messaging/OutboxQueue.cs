using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;

namespace TeacherGrowthHub.Kernel.Messaging;

/// <summary>
/// Takes one due message at a time. On PostgreSQL the row stays locked (SKIP LOCKED) while it is handled, so a killed node
/// frees it at once; SQLite has one node, whose workers share <see cref="_inHand"/>.
/// </summary>
public sealed class OutboxQueue(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Attempts before a message is left to an administrator.</summary>
    public const int MaxAttempts = 8;

    private readonly HashSet<string> _inHand = [];
    private readonly Lock _lock = new();

    /// <summary>Handles the next due message, if any, in a scope of its own.</summary>
    /// <returns>False when nothing is due.</returns>
    public async Task<bool> HandleNextAsync(IReadOnlyDictionary<string, List<OutboxRoute>> routes, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<HubDbContext>();
        await using var transaction = database.Database.IsNpgsql()
            ? await database.Database.BeginTransactionAsync(cancellationToken)
            : null;
        var message = await TakeAsync(database, transaction, cancellationToken);
        if (message is null)
            return false;
        try
        {
            await FinishAsync(database, message, await TryHandleAsync(message, routes, cancellationToken), cancellationToken);
            if (transaction is not null)
                await transaction.CommitAsync(cancellationToken);
            return true;
        }
        finally
        {
            lock (_lock)
                _inHand.Remove(message.Id);
        }
    }

    private async Task<OutboxMessage?> TakeAsync(
        HubDbContext database,
        IDbContextTransaction? transaction,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (transaction is not null)
        {
            return await database
                .Set<OutboxMessage>()
                .FromSql(
                    $"""SELECT * FROM "OutboxMessages" WHERE "GivenUpAt" IS NULL AND "DueAt" <= {now} ORDER BY "DueAt" LIMIT 1 FOR UPDATE SKIP LOCKED"""
                )
                .SingleOrDefaultAsync(cancellationToken);
        }
        List<string> taken;
        lock (_lock)
            taken = [.. _inHand];
        var candidates = await database
            .Set<OutboxMessage>()
            .Where(message => message.GivenUpAt == null && message.DueAt <= now && !taken.Contains(message.Id))
            .OrderBy(message => message.DueAt)
            .Take(8)
            .ToListAsync(cancellationToken);
        lock (_lock)
            return candidates.FirstOrDefault(message => _inHand.Add(message.Id));
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
            return exception;
        }
    }

    private async Task FinishAsync(HubDbContext database, OutboxMessage message, Exception? error, CancellationToken cancellationToken)
    {
        if (error is null)
        {
            await database.Set<OutboxMessage>().Where(row => row.Id == message.Id).ExecuteDeleteAsync(cancellationToken);
            return;
        }
        var now = clock.GetUtcNow().UtcDateTime;
        message.Attempts++;
        message.LastError = error.ToString();
        message.DueAt = now.AddSeconds(Math.Pow(2, message.Attempts));
        message.GivenUpAt = message.Attempts >= MaxAttempts ? now : null;
        await database.SaveChangesAsync(cancellationToken);
    }
}
