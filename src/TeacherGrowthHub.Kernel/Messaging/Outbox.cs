using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;

namespace TeacherGrowthHub.Kernel.Messaging;

/// <summary>Handles one kind of message. May run more than once for the same message after a crash: must be idempotent.</summary>
public interface IOutboxHandler<in T>
{
    Task HandleAsync(T message, CancellationToken cancellationToken);
}

/// <summary>Puts work into the caller's transaction.</summary>
public sealed class Outbox(HubDbContext database, TimeProvider clock)
{
    /// <summary>Adds a message; stored by the caller's SaveChanges, handled after its commit.</summary>
    public void Add<T>(T message)
        where T : notnull
    {
        var now = clock.GetUtcNow().UtcDateTime;
        database.Add(
            new OutboxMessage
            {
                Id = HubId.New(clock),
                Kind = typeof(T).Name,
                Payload = JsonSerializer.Serialize(message),
                CreatedAt = now,
                DueAt = now,
            }
        );
    }
}

/// <summary>Knows how to hand a stored message to the handlers of its type.</summary>
public sealed record OutboxRoute(string Kind, Func<IServiceProvider, string, CancellationToken, Task> HandleAsync);

public static class OutboxRegistration
{
    /// <summary>Registers a handler for messages of type <typeparamref name="TMessage"/>.</summary>
    public static IServiceCollection AddOutboxHandler<TMessage, THandler>(this IServiceCollection services)
        where THandler : class, IOutboxHandler<TMessage>
        where TMessage : notnull
    {
        services.AddScoped<THandler>();
        return services.AddSingleton(new OutboxRoute(typeof(TMessage).Name, HandleAsync<TMessage, THandler>));
    }

    private static Task HandleAsync<TMessage, THandler>(IServiceProvider services, string payload, CancellationToken cancellationToken)
        where THandler : class, IOutboxHandler<TMessage>
        where TMessage : notnull =>
        services.GetRequiredService<THandler>().HandleAsync(JsonSerializer.Deserialize<TMessage>(payload)!, cancellationToken);
}
