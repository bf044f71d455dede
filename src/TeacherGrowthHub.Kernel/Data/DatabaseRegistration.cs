using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TeacherGrowthHub.Kernel.Messaging;

namespace TeacherGrowthHub.Kernel.Data;

/// <summary>Puts <see cref="HubDbContext"/> on the configured engine with its own set of migrations.</summary>
public static class DatabaseRegistration
{
    /// <summary>Name of the SQLite database in the data folder.</summary>
    public const string SqliteFile = "hub.db";

    private const int PreparedStatements = 200;

    public static IServiceCollection AddHubDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<DatabaseOptions>(configuration.GetSection("Database"));
        var database = configuration.GetSection("Database").Get<DatabaseOptions>() ?? new();
        services.AddSingleton<SqlitePragmas>();
        services.AddSingleton<OutboxSignal>();
        return services.AddDbContextPool<HubDbContext>((provider, options) => Configure(provider, options, database));
    }

    /// <summary>A context on another SQLite file with the same model, such as a snapshot.</summary>
    /// <param name="services">The application's services: the model comes from its modules.</param>
    /// <param name="path">The file; it is neither made nor migrated.</param>
    public static HubDbContext OpenSqlite(IServiceProvider services, string path)
    {
        var options = new DbContextOptionsBuilder<HubDbContext>().UseApplicationServiceProvider(services);
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
        };
        UseSqlite(options, connection.ToString());
        return new HubDbContext(((DbContextOptionsBuilder<HubDbContext>)options).Options);
    }

    private static void Configure(IServiceProvider provider, DbContextOptionsBuilder options, DatabaseOptions database)
    {
        options.AddInterceptors(provider.GetRequiredService<OutboxSignal>());
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.MultipleCollectionIncludeWarning));
        if (database.Provider == DatabaseProvider.Postgres)
        {
            options.UseNpgsql(
                Prepared(database.ConnectionString),
                npgsql => npgsql.MigrationsAssembly("TeacherGrowthHub.Migrations.Postgres")
            );
            return;
        }
        UseSqlite(options, database.ConnectionString ?? DefaultSqlite(provider.GetRequiredService<DataFolder>()));
        options.AddInterceptors(provider.GetRequiredService<SqlitePragmas>());
    }

    // Statements that come again are planned once for a connection: certifying in bulk is half as fast again.
    private static string Prepared(string? connection)
    {
        var builder = new NpgsqlConnectionStringBuilder(connection);
        if (!builder.ShouldSerialize("Max Auto Prepare"))
            builder.MaxAutoPrepare = PreparedStatements;
        return builder.ToString();
    }

    private static void UseSqlite(DbContextOptionsBuilder options, string connection) =>
        options.UseSqlite(connection, sqlite => sqlite.MigrationsAssembly("TeacherGrowthHub.Migrations.Sqlite"));

    private static string DefaultSqlite(DataFolder data) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = data.File(SqliteFile),
            ForeignKeys = true,
            DefaultTimeout = 30,
        }.ToString();
}
