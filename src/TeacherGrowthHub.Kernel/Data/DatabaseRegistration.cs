using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Messaging;

namespace TeacherGrowthHub.Kernel.Data;

/// <summary>Puts <see cref="HubDbContext"/> on the configured engine with its own set of migrations.</summary>
public static class DatabaseRegistration
{
    public static IServiceCollection AddHubDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<DatabaseOptions>(configuration.GetSection("Database"));
        var database = configuration.GetSection("Database").Get<DatabaseOptions>() ?? new();
        services.AddSingleton<SqlitePragmas>();
        services.AddSingleton<OutboxSignal>();
        return services.AddDbContextPool<HubDbContext>((provider, options) => Configure(provider, options, database));
    }

    private static void Configure(IServiceProvider provider, DbContextOptionsBuilder options, DatabaseOptions database)
    {
        options.AddInterceptors(provider.GetRequiredService<OutboxSignal>());
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.MultipleCollectionIncludeWarning));
        if (database.Provider == DatabaseProvider.Postgres)
        {
            options.UseNpgsql(database.ConnectionString, npgsql => npgsql.MigrationsAssembly("TeacherGrowthHub.Migrations.Postgres"));
            return;
        }
        options.UseSqlite(
            database.ConnectionString ?? DefaultSqlite(provider.GetRequiredService<DataFolder>()),
            sqlite => sqlite.MigrationsAssembly("TeacherGrowthHub.Migrations.Sqlite")
        );
        options.AddInterceptors(provider.GetRequiredService<SqlitePragmas>());
    }

    private static string DefaultSqlite(DataFolder data) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = data.File("hub.db"),
            ForeignKeys = true,
            DefaultTimeout = 30,
        }.ToString();
}
