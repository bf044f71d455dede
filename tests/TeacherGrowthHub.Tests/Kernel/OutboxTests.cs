using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.Kernel;

public sealed class OutboxTests
{
    public sealed record Note(string Text);

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_handle_a_message_once_and_forget_it(DatabaseProvider provider)
    {
        await using var site = await TestSite.StartAsync(provider);
        var handled = new List<string>();
        var id = await AddAsync(site, "once");
        await DrainAsync(site, note => handled.Add(note));
        await DrainAsync(site, note => handled.Add(note));
        handled.Count(text => text == "once").ShouldBe(1);
        (await FindAsync(site, id)).ShouldBeNull();
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_keep_a_message_whose_handler_failed_and_try_again_later(DatabaseProvider provider)
    {
        await using var site = await TestSite.StartAsync(provider);
        var id = await AddAsync(site, "fails");
        await DrainAsync(site, _ => throw new InvalidOperationException("broken"));
        var message = await FindAsync(site, id);
        message.ShouldNotBeNull();
        message.Attempts.ShouldBe(1);
        message.DueAt.ShouldBeGreaterThan(message.CreatedAt);
        message.LastError.ShouldNotBeNull().ShouldContain("broken");
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_store_no_message_of_a_change_that_was_rolled_back(DatabaseProvider provider)
    {
        await using var site = await TestSite.StartAsync(provider);
        await site.InScopeAsync(async services =>
        {
            var database = services.GetRequiredService<HubDbContext>();
            await using var transaction = await database.Database.BeginTransactionAsync();
            services.GetRequiredService<Outbox>().Add(new Note("rolled back"));
            await database.SaveChangesAsync();
        });
        var handled = new List<string>();
        await DrainAsync(site, note => handled.Add(note));
        handled.ShouldNotContain("rolled back");
    }

    private static Task<string> AddAsync(TestSite site, string text) =>
        site.InScopeAsync(async services =>
        {
            var database = services.GetRequiredService<HubDbContext>();
            services.GetRequiredService<Outbox>().Add(new Note(text));
            var message = database.ChangeTracker.Entries<OutboxMessage>().Single().Entity;
            message.DueAt = FarAhead;
            await database.SaveChangesAsync();
            return message.Id;
        });

    private static readonly DateTime FarAhead = new(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    // The site's workers see nothing due before 2100; this queue's clock stands in 2101 and would take every message of a shared site.
    private static async Task DrainAsync(TestSite site, Action<string> handle)
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(FarAhead.AddYears(1)));
        var queue = new OutboxQueue(
            site.Services.GetRequiredService<IServiceScopeFactory>(),
            clock,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<OutboxQueue>.Instance
        );
        var route = new OutboxRoute(
            nameof(Note),
            (_, payload, _) =>
            {
                handle(System.Text.Json.JsonSerializer.Deserialize<Note>(payload)!.Text);
                return Task.CompletedTask;
            }
        );
        var routes = new Dictionary<string, List<OutboxRoute>> { [nameof(Note)] = [route] };
        while (await queue.HandleNextAsync(routes, kind: null, CancellationToken.None)) { }
    }

    private static Task<OutboxMessage?> FindAsync(TestSite site, string id) =>
        site.InScopeAsync(services =>
            services.GetRequiredService<HubDbContext>().Set<OutboxMessage>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id)
        );
}
