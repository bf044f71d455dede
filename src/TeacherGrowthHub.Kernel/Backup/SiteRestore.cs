using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;

namespace TeacherGrowthHub.Kernel.Backup;

/// <summary>
/// Puts an archive into an empty data folder and, on PostgreSQL, an empty database. Everything is prepared in the folder beside
/// (<c>DATA.restoring</c>); then the database commits, then the folder gets its name. Killed before the commit, both targets are as empty
/// as before; killed between commit and renaming, the same command sees its own work in both and only renames.
/// </summary>
public sealed class SiteRestore(HubDbContext database, DataFolder data, IOptions<DatabaseOptions> options, IServiceProvider services)
{
    /// <summary>Name in the data folder of the manifest it came from.</summary>
    public const string Provenance = "restored.json";
    private readonly string _restoring = data.Root.TrimEnd('/') + ".restoring";

    private bool IsPostgres => options.Value.Provider == DatabaseProvider.Postgres;

    /// <summary>Checks the archive and the target, then restores.</summary>
    /// <exception cref="BackupRefusedException">The archive is damaged, newer or of another engine, or the target is not empty.</exception>
    public async Task<BackupManifest> RunAsync(string path, BackupProgress progress, CancellationToken cancellationToken)
    {
        await using var archive = await ArchiveReader.OpenAsync(path, cancellationToken);
        EnsureFits(archive.Manifest);
        EnsureFolderIsEmpty();
        using var alone = RunLock.Take(_restoring + ".lock", "Another restore into this data folder is running.");
        if (!IsPostgres || !await IsCommittedAsync(archive, cancellationToken))
        {
            await EnsureDatabaseIsEmptyAsync(cancellationToken);
            await archive.VerifyAsync(progress, cancellationToken);
            await RestoreAsync(archive, progress, cancellationToken);
        }
        EnsureFolderIsEmpty();
        Directory.Delete(data.Root, recursive: true);
        Directory.Move(_restoring, data.Root);
        return archive.Manifest;
    }

    /// <summary>Reads an archive from end to end and restores nothing.</summary>
    /// <exception cref="BackupRefusedException">It could not be restored by this build.</exception>
    public async Task<BackupManifest> CheckAsync(string path, BackupProgress progress, CancellationToken cancellationToken)
    {
        await using var archive = await ArchiveReader.OpenAsync(path, cancellationToken);
        EnsureFits(archive.Manifest);
        await archive.VerifyAsync(progress, cancellationToken);
        return archive.Manifest;
    }

    private async Task RestoreAsync(ArchiveReader archive, BackupProgress progress, CancellationToken cancellationToken)
    {
        if (Directory.Exists(_restoring))
            Directory.Delete(_restoring, recursive: true);
        Directory.CreateDirectory(_restoring);
        progress.Begin("Restoring", archive.Manifest.Entries.Sum(entry => entry.Size));
        foreach (var entry in archive.Manifest.Entries)
            await ExtractAsync(archive, entry, progress, cancellationToken);
        if (!IsPostgres)
            await EnsureSqliteIsWholeAsync(archive.Manifest, cancellationToken);
        await File.WriteAllBytesAsync(Path.Combine(_restoring, Provenance), archive.ManifestBytes, cancellationToken);
        if (IsPostgres)
            await new PostgresRestore(database, archive, progress).RunAsync(cancellationToken);
        progress.End();
    }

    private async Task ExtractAsync(ArchiveReader archive, BackupEntry entry, BackupProgress progress, CancellationToken cancellationToken)
    {
        if (ArchiveNames.PathOf(entry.Name) is not { } place)
            return;
        var path = Path.Combine(_restoring, place);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous);
        await archive.CopyAsync(entry, file, progress, cancellationToken);
        file.Flush(flushToDisk: true);
    }

    private async Task EnsureSqliteIsWholeAsync(BackupManifest manifest, CancellationToken cancellationToken)
    {
        await using var restored = DatabaseRegistration.OpenSqlite(services, Path.Combine(_restoring, DatabaseRegistration.SqliteFile));
        await SqliteSnapshot.EnsureSoundAsync(restored, "The database in the archive is damaged", cancellationToken);
        if (!Same(await SqliteSnapshot.CountAsync(restored, cancellationToken), manifest.Tables))
            throw new BackupRefusedException("The database has not the number of rows that the manifest tells. Nothing was restored.");
        // The archive's file has no log beside it; EF asks a read-only connection for one before it migrates.
        await restored.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
    }

    private void EnsureFits(BackupManifest manifest)
    {
        if (manifest.Provider != options.Value.Provider)
            throw new BackupRefusedException(
                $"The archive is of a site on {manifest.Provider}, this one is set to {options.Value.Provider} (Database__Provider)."
            );
        var known = database.Database.GetMigrations().ToList();
        if (manifest.Migrations.Except(known).FirstOrDefault() is { } newer)
            throw new BackupRefusedException(
                $"The archive is of a newer version, {manifest.Application}: this build does not know its migration {newer}. Update first."
            );
        if (manifest.Migrations.Count == 0 || !known.Take(manifest.Migrations.Count).SequenceEqual(manifest.Migrations))
            throw new BackupRefusedException("The migrations of the archive are not a beginning of this build's. Nothing was restored.");
        if (!IsPostgres && options.Value.ConnectionString is { Length: > 0 })
            throw new BackupRefusedException(
                "Database__ConnectionString names another place for the SQLite file; unset it, restore, then move hub.db there."
            );
    }

    private void EnsureFolderIsEmpty()
    {
        if (Directory.EnumerateFiles(data.Root, "*", SearchOption.AllDirectories).FirstOrDefault() is { } file)
            throw new BackupRefusedException(
                $"The data folder {data.Root} is not empty ({Path.GetRelativePath(data.Root, file)}); nothing was restored."
            );
    }

    private async Task EnsureDatabaseIsEmptyAsync(CancellationToken cancellationToken)
    {
        if (IsPostgres && await Catalogue.TablesAsync(database, cancellationToken) is [var table, ..])
            throw new BackupRefusedException($"The database is not empty (table {table}); nothing was restored. Make a new one.");
    }

    // The files of this very archive wait beside, and the database is what the archive tells and has not been touched since.
    private async Task<bool> IsCommittedAsync(ArchiveReader archive, CancellationToken cancellationToken)
    {
        var provenance = Path.Combine(_restoring, Provenance);
        if (
            !File.Exists(provenance)
            || !(await File.ReadAllBytesAsync(provenance, cancellationToken)).SequenceEqual(archive.ManifestBytes)
            || (await Catalogue.TablesAsync(database, cancellationToken)).Count == 0
        )
            return false;
        var (id, hash) = await AuditChain.LastAsync(database, cancellationToken);
        return archive.Manifest.Audit == new AuditHead(id, hash)
            && Same(await SqliteSnapshot.CountAsync(database, cancellationToken), archive.Manifest.Tables);
    }

    private static bool Same(IEnumerable<BackupTable> here, IEnumerable<BackupTable> told) =>
        here.Select(table => (table.Name, table.Rows)).Order().SequenceEqual(told.Select(table => (table.Name, table.Rows)).Order());
}
