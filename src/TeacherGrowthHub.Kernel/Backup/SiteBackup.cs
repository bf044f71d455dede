using System.IO.Compression;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;

namespace TeacherGrowthHub.Kernel.Backup;

/// <summary>
/// Writes one archive of database, files and keys while the site runs. The database first: a file is stored before the row that
/// names it, so every file that the snapshot names is there when the files are copied.
/// </summary>
public sealed class SiteBackup(
    HubDbContext database,
    IBlobStore blobs,
    DataFolder data,
    IEnumerable<IBlobReferences> references,
    IServiceProvider services,
    TimeProvider clock
)
{
    /// <summary>Writes the archive; it has its name only when it is complete.</summary>
    /// <exception cref="BackupRefusedException">The name is taken, there is no database, it is damaged, or files are lost.</exception>
    public async Task<BackupManifest> WriteAsync(BackupRequest request, BackupProgress progress, CancellationToken cancellationToken)
    {
        EnsureFree(request);
        await EnsureThereIsADatabaseAsync(cancellationToken);
        using var alone = RunLock.Take(data.File("backup.lock"), "Another backup of this data folder is running.");
        var now = clock.GetUtcNow().UtcDateTime;
        // Before the snapshot: the file of checkpoints may be behind the database, never ahead of it.
        var kept = await ReadKeptAsync(cancellationToken);
        await using var snapshot = await TakeSnapshotAsync(cancellationToken);
        var stored = blobs.List().ToList();
        progress.Begin("Backing up", snapshot.Size + stored.Sum(blob => blob.Length));
        await using var archive = new ArchiveWriter(request.Path, progress);
        await snapshot.WriteAsync(archive, cancellationToken);
        foreach (var (name, content) in kept)
            await archive.AddAsync(name, new MemoryStream(content), CompressionLevel.Fastest, cancellationToken);
        var lost = await AddBlobsAsync(archive, stored, cancellationToken);
        lost = [.. lost, .. await MissingAsync(snapshot.Database, archive, cancellationToken)];
        if (lost is [var first, ..] && !request.AllowLost)
            throw new BackupRefusedException(
                $"{lost.Count} stored files are missing or damaged, the first is {first}. Put them back from an older backup, or go on without them with --incomplete."
            );
        var audit = await AuditChain.LastAsync(snapshot.Database, cancellationToken);
        var manifest = new BackupManifest
        {
            Application = Version,
            CreatedAt = now,
            Provider = database.Database.IsNpgsql() ? DatabaseProvider.Postgres : DatabaseProvider.Sqlite,
            Migrations = [.. await snapshot.Database.Database.GetAppliedMigrationsAsync(cancellationToken)],
            Audit = new AuditHead(audit.Id, audit.Hash),
            Tables = snapshot.Tables,
            Sequences = snapshot.Sequences,
            Entries = archive.Entries,
            Lost = lost,
        };
        await archive.FinishAsync(manifest, request.Overwrite, cancellationToken);
        progress.End();
        return manifest;
    }

    private static string Version =>
        Assembly.GetEntryAssembly()?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "?";

    private static void EnsureFree(BackupRequest request)
    {
        if (Directory.Exists(request.Path))
            throw new BackupRefusedException($"{request.Path} is a folder.");
        if (File.Exists(request.Path) && !request.Overwrite)
            throw new BackupRefusedException($"{request.Path} exists already; --force replaces it.");
    }

    private async Task EnsureThereIsADatabaseAsync(CancellationToken cancellationToken)
    {
        if (
            !await database.Database.CanConnectAsync(cancellationToken)
            || !(await database.Database.GetAppliedMigrationsAsync(cancellationToken)).Any()
        )
            throw new BackupRefusedException($"There is no database of the portal to back up (data folder {data.Root}).");
    }

    private Task<IDatabaseSnapshot> TakeSnapshotAsync(CancellationToken cancellationToken) =>
        database.Database.IsNpgsql()
            ? PostgresSnapshot.TakeAsync(database, cancellationToken)
            : SqliteSnapshot.TakeAsync(database, services, data.File("backup.snapshot"), cancellationToken);

    private async Task<IReadOnlyList<(string Name, byte[] Content)>> ReadKeptAsync(CancellationToken cancellationToken)
    {
        var kept = new List<(string, byte[])>();
        foreach (var folder in ArchiveNames.KeptFolders)
        {
            foreach (var file in new DirectoryInfo(data.Folder(folder)).EnumerateFiles())
            {
                var name = ArchiveNames.OfKept(folder, file.Name);
                if (ArchiveNames.IsAllowed(name))
                    kept.Add((name, await File.ReadAllBytesAsync(file.FullName, cancellationToken)));
            }
        }
        return kept;
    }

    /// <returns>Hashes of files whose bytes are not theirs any more.</returns>
    private async Task<List<string>> AddBlobsAsync(
        ArchiveWriter archive,
        IReadOnlyList<StoredBlob> stored,
        CancellationToken cancellationToken
    )
    {
        var damaged = new List<string>();
        foreach (var blob in stored)
        {
            // Removed since it was listed: harmless unless the snapshot names it, which is asked at the end.
            if (await blobs.OpenAsync(blob.Hash, cancellationToken) is not { } content)
                continue;
            await using (content)
            {
                // Files are compressed already: pictures, films, Office documents.
                var entry = await archive.AddAsync(
                    ArchiveNames.OfBlob(blob.Hash),
                    content,
                    CompressionLevel.NoCompression,
                    cancellationToken
                );
                if (entry.Hash != blob.Hash)
                    damaged.Add(blob.Hash);
            }
        }
        return damaged;
    }

    private async Task<List<string>> MissingAsync(HubDbContext snapshot, ArchiveWriter archive, CancellationToken cancellationToken)
    {
        // The model of this build does not fit a database of another version; its rows are kept, but cannot be asked.
        if (!(await snapshot.Database.GetAppliedMigrationsAsync(cancellationToken)).SequenceEqual(snapshot.Database.GetMigrations()))
            return [];
        var there = archive.Entries.Select(entry => entry.Name).ToHashSet();
        var missing = new List<string>();
        foreach (var reference in references)
            missing.AddRange(
                (await reference.In(snapshot).Distinct().ToListAsync(cancellationToken)).Where(hash =>
                    !there.Contains(ArchiveNames.OfBlob(hash))
                )
            );
        return missing;
    }
}
