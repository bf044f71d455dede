using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TeacherGrowthHub.Kernel.Backup;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.Kernel.Backup;

/// <summary>An installation that does not run: a data folder, on PostgreSQL a database, and the verbs of the command line.</summary>
internal sealed record Installation(DatabaseProvider Provider, string Folder, Dictionary<string, string?> Settings)
{
    /// <summary>Where a restore prepares what it brings.</summary>
    public string Restoring => Folder + ".restoring";

    public static async Task<Installation> EmptyAsync(DatabaseProvider provider)
    {
        var folder = Path.Combine(Directory.CreateTempSubdirectory("hub-restore-").FullName, "data");
        var settings = new Dictionary<string, string?>();
        if (provider == DatabaseProvider.Postgres)
            settings[TestSite.ConnectionKey] = await TestSite.NewDatabaseAsync();
        return new Installation(provider, folder, settings);
    }

    public Task<TestSite> StartAsync() => TestSite.StartAsync(Provider, Folder, settings: Settings);

    public async Task<T> WithAsync<T>(Func<IServiceProvider, Task<T>> run)
    {
        await using var app = await TestSite.BuildAsync(Provider, Folder, settings: Settings);
        await using var scope = app.Services.CreateAsyncScope();
        return await run(scope.ServiceProvider);
    }

    public Task<BackupManifest> RestoreAsync(string archive) =>
        WithAsync(services => services.GetRequiredService<SiteRestore>().RunAsync(archive, Silent, default));

    /// <summary>The sentence with which an archive is refused.</summary>
    public async Task<string> RefusalAsync(string archive) =>
        (await Should.ThrowAsync<BackupRefusedException>(() => RestoreAsync(archive))).Message;

    /// <summary>Nothing in the folder, nothing beside it, no table in the database.</summary>
    public async Task ShouldBeEmptyAsync()
    {
        if (Directory.Exists(Folder))
            Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).ShouldBeEmpty();
        Directory.Exists(Restoring).ShouldBeFalse();
        await DatabaseShouldBeEmptyAsync();
    }

    public async Task DatabaseShouldBeEmptyAsync()
    {
        if (Provider != DatabaseProvider.Postgres)
            return;
        await using var connection = new NpgsqlConnection(Settings[TestSite.ConnectionKey]);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public'", connection);
        (await command.ExecuteScalarAsync()).ShouldBe(0L);
    }

    public Task<int> WorksAsync() =>
        WithAsync(services => services.GetRequiredService<HubDbContext>().Set<TeacherGrowthHub.ResourceBank.Domain.Work>().CountAsync());

    public static BackupProgress Silent => new(TextWriter.Null, false, TimeProvider.System);

    public static string NewArchive() => Path.Combine(Directory.CreateTempSubdirectory("hub-backup-").FullName, "site.zip");

    /// <summary>Backs a running site up, as the verb would.</summary>
    public static Task<BackupManifest> BackUpAsync(TestSite site, BackupRequest request) =>
        site.InScopeAsync(services => services.GetRequiredService<SiteBackup>().WriteAsync(request, Silent, default));
}
