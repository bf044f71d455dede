using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;
using TeacherGrowthHub.Kernel.Changes;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Search;
using TeacherGrowthHub.Web.Hosting;

namespace TeacherGrowthHub.Tests.Support;

/// <summary>A whole site in this process, on a free port, with its own data folder and database.</summary>
public sealed class TestSite : IAsyncDisposable
{
    public const string Password = "test-pass-2026-x";

    /// <summary>Setting that names the database.</summary>
    public const string ConnectionKey = "Database:ConnectionString";
    private static readonly SemaphoreSlim Gate = new(1);
    private static readonly Dictionary<DatabaseProvider, TestSite> Shared = [];
    private readonly WebApplication _app;

    private TestSite(WebApplication app, string folder) => (_app, Folder) = (app, folder);

    public string Folder { get; }
    public IServiceProvider Services => _app.Services;
    public Uri Address => new(_app.Urls.First());

    /// <summary>The demo site that all tests of one engine share; each test makes its own people and works.</summary>
    public static async Task<TestSite> OnAsync(DatabaseProvider provider)
    {
        await Gate.WaitAsync();
        try
        {
            if (!Shared.TryGetValue(provider, out var site))
                Shared[provider] = site = await StartAsync(provider);
            return site;
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>A site of one's own.</summary>
    /// <param name="provider">Engine.</param>
    /// <param name="folder">Data folder to go on with; null makes a new one.</param>
    /// <param name="environment">Demo by default.</param>
    /// <param name="settings">Overrides.</param>
    public static async Task<TestSite> StartAsync(
        DatabaseProvider provider,
        string? folder = null,
        string environment = "Demo",
        Dictionary<string, string?>? settings = null
    )
    {
        folder ??= Directory.CreateTempSubdirectory("hub-test-").FullName;
        var app = await BuildAsync(provider, folder, environment, settings);
        app.MapHub();
        await app.StartHubAsync();
        return new TestSite(app, folder);
    }

    /// <summary>The application put together, neither started nor migrated: what a verb of the command line runs in.</summary>
    public static async Task<WebApplication> BuildAsync(
        DatabaseProvider provider,
        string folder,
        string environment = "Demo",
        Dictionary<string, string?>? settings = null
    )
    {
        var options = HubApplication.Options();
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                EnvironmentName = environment,
                ContentRootPath = options.ContentRootPath,
                WebRootPath = options.WebRootPath,
                ApplicationName = "TeacherGrowthHub.Web",
            }
        );
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["HUB_DATA"] = folder,
                ["HUB_URLS"] = "http://127.0.0.1:0",
                ["HUB_DEMO_PASSWORD"] = Password,
                // All tests sign in from one address.
                ["SignIn:FailuresPerAddress"] = "10000",
                ["Database:Provider"] = provider.ToString(),
                // Tests make their own hours, and count them.
                [SiteStart.SampleHoursKey] = "false",
                // All tests come from one address.
                ["RateLimits:Enabled"] = "false",
            }
        );
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        if (provider == DatabaseProvider.Postgres)
            builder.Configuration[ConnectionKey] ??= await NewDatabaseAsync();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddHub(HubModules.All);
        // Nightly work comes when a test calls for it: it would set right what others have made up.
        builder.Services.Configure<QuartzHostedServiceOptions>(options => options.StartDelay = TimeSpan.FromDays(1));
        return builder.Build();
    }

    /// <summary>Runs something in a scope of its own, as a request would.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> run)
    {
        await using var scope = Services.CreateAsyncScope();
        return await run(scope.ServiceProvider);
    }

    /// <summary>Runs something in a scope of its own.</summary>
    public Task InScopeAsync(Func<IServiceProvider, Task> run) =>
        InScopeAsync(async services =>
        {
            await run(services);
            return true;
        });

    /// <summary>Does now what the background would do soon: outbox, then index.</summary>
    public async Task SettleAsync()
    {
        await Services.GetRequiredService<OutboxDispatcher>().DrainAsync();
        // The site's own workers may hold a message that was due.
        while (await InScopeAsync(IsOutboxBusyAsync))
            await Task.Yield();
        var last = await InScopeAsync(services =>
            services.GetRequiredService<HubDbContext>().Set<ChangeEntry>().Select(change => (long?)change.Sequence).MaxAsync()
        );
        var index = Services.GetRequiredService<ISearchIndex>();
        // On PostgreSQL a reader waits for every transaction that began earlier, also those of other tests.
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        do await Services.GetRequiredService<IndexFollower>().CatchUpAsync(deadline.Token);
        while ((index.Position?.Sequence ?? 0) < (last ?? 0));
    }

    private static Task<bool> IsOutboxBusyAsync(IServiceProvider services)
    {
        var leased = DateTime.UtcNow + OutboxQueue.Lease;
        return services
            .GetRequiredService<HubDbContext>()
            .Set<OutboxMessage>()
            .AnyAsync(message => message.GivenUpAt == null && message.Attempts == 0 && message.DueAt <= leased);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    /// <summary>Makes an empty PostgreSQL database.</summary>
    /// <returns>Its connection string.</returns>
    public static async Task<string> NewDatabaseAsync()
    {
        var server = new NpgsqlConnectionStringBuilder(TestData.Postgres);
        var name = "hub_" + Guid.NewGuid().ToString("N");
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        server.Database = name;
        return server.ConnectionString;
    }
}

/// <summary>Both engines, for tests of data.</summary>
public sealed class BothEngines : TheoryData<DatabaseProvider>
{
    public BothEngines() => AddRange(DatabaseProvider.Sqlite, DatabaseProvider.Postgres);
}
