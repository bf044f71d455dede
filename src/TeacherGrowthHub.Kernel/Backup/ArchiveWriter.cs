using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace TeacherGrowthHub.Kernel.Backup;

/// <summary>Writes an archive to <c>FILE.partial</c> and gives it its name when it is complete and on the disk.</summary>
internal sealed class ArchiveWriter : IAsyncDisposable
{
    private readonly string _path;
    private readonly string _partial;
    private readonly BackupProgress _progress;
    private readonly FileStream _file;
    private readonly ZipArchive _zip;
    private readonly List<BackupEntry> _entries = [];

    public ArchiveWriter(string path, BackupProgress progress)
    {
        (_path, _partial, _progress) = (path, path + ".partial", progress);
        File.Delete(_partial);
        _file = new FileStream(_partial, Options());
        _zip = new ZipArchive(_file, ZipArchiveMode.Create, leaveOpen: true);
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.Asynchronous,
        };
        // It holds password hashes and the keys of sessions.
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    public IReadOnlyList<BackupEntry> Entries => _entries;

    public async Task<BackupEntry> AddAsync(string name, Stream content, CompressionLevel level, CancellationToken cancellationToken)
    {
        await using var target = await _zip.CreateEntry(name, level).OpenAsync(cancellationToken);
        var (size, hash) = await HashingCopy.RunAsync(content, target, _progress, cancellationToken);
        var entry = new BackupEntry(name, size, hash);
        _entries.Add(entry);
        return entry;
    }

    /// <summary>Writes the manifest, the directory, and the archive's name, in this order.</summary>
    public async Task FinishAsync(BackupManifest manifest, bool overwrite, CancellationToken cancellationToken)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(manifest, ArchiveReader.Json);
        await using (var target = await _zip.CreateEntry(ArchiveNames.Manifest, CompressionLevel.Optimal).OpenAsync(cancellationToken))
            await target.WriteAsync(bytes, cancellationToken);
        _zip.Comment = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await _zip.DisposeAsync();
        _file.Flush(flushToDisk: true);
        await _file.DisposeAsync();
        File.Move(_partial, _path, overwrite);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _zip.DisposeAsync();
        }
        catch (IOException)
        {
            // A full disk: the reason has been thrown already.
        }
        await _file.DisposeAsync();
        File.Delete(_partial);
    }
}
