using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;

namespace TeacherGrowthHub.Kernel.Backup;

/// <summary>A copy by SQLite's online backup in one step: readers of the log never make the writer wait.</summary>
internal sealed class SqliteSnapshot : IDatabaseSnapshot
{
    private readonly string _path;

    private SqliteSnapshot(HubDbContext database, string path, IReadOnlyList<BackupTable> tables) =>
        (Database, _path, Tables) = (database, path, tables);

    public HubDbContext Database { get; }
    public long Size => new FileInfo(_path).Length;
    public IReadOnlyList<BackupTable> Tables { get; }
    public IReadOnlyList<BackupSequence> Sequences => [];

    /// <param name="path">Where the copy may lie; one that a killed backup left is replaced.</param>
    public static async Task<IDatabaseSnapshot> TakeAsync(
        HubDbContext source,
        IServiceProvider services,
        string path,
        CancellationToken cancellationToken
    )
    {
        File.Delete(path);
        await CopyAsync(source, path, cancellationToken);
        var copy = DatabaseRegistration.OpenSqlite(services, path);
        await EnsureSoundAsync(copy, "The database is damaged", cancellationToken);
        return new SqliteSnapshot(copy, path, await CountAsync(copy, cancellationToken));
    }

    public async Task WriteAsync(ArchiveWriter archive, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(_path);
        await archive.AddAsync(ArchiveNames.Sqlite, file, CompressionLevel.Fastest, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        File.Delete(_path);
    }

    /// <summary>Asks SQLite whether the file is in order.</summary>
    internal static async Task EnsureSoundAsync(HubDbContext database, string what, CancellationToken cancellationToken)
    {
        var answer = await database
            .Database.SqlQueryRaw<string>("SELECT quick_check AS \"Value\" FROM pragma_quick_check")
            .ToListAsync(cancellationToken);
        if (answer is not ["ok"])
            throw new BackupRefusedException($"{what}: {string.Join("; ", answer)}");
    }

    internal static async Task<IReadOnlyList<BackupTable>> CountAsync(HubDbContext database, CancellationToken cancellationToken)
    {
        var tables = new List<BackupTable>();
        foreach (var name in await Catalogue.TablesAsync(database, cancellationToken))
            tables.Add(new BackupTable(name, [], await Catalogue.CountAsync(database, name, cancellationToken)));
        return tables;
    }

    private static async Task CopyAsync(HubDbContext source, string path, CancellationToken cancellationToken)
    {
        await source.Database.OpenConnectionAsync(cancellationToken);
        await using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        await target.OpenAsync(cancellationToken);
        ((SqliteConnection)source.Database.GetDbConnection()).BackupDatabase(target);
        // One file, without a log beside it.
        await using var command = target.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=DELETE";
        await command.ExecuteNonQueryAsync(cancellationToken);
        await source.Database.CloseConnectionAsync();
    }
}
