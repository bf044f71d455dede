using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TeacherGrowthHub.Kernel.Backup;

/// <summary>Reads an archive and believes nothing of it that its hashes do not prove.</summary>
internal sealed class ArchiveReader : IAsyncDisposable
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };
    private const int LongestManifest = 1 << 30;
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = [];

    private ArchiveReader(ZipArchive zip) => _zip = zip;

    public BackupManifest Manifest { get; private set; } = null!;

    /// <summary>The manifest as it is written; identifies the archive.</summary>
    public byte[] ManifestBytes { get; private set; } = [];

    /// <summary>Opens an archive and checks its directory against its manifest.</summary>
    /// <exception cref="BackupRefusedException">Not an archive, damaged, of a newer format, or with entries too many or too few.</exception>
    public static Task<ArchiveReader> OpenAsync(string path, CancellationToken cancellationToken) =>
        Guard(
            "its directory cannot be read",
            async () =>
            {
                var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.Asynchronous);
                var reader = new ArchiveReader(await ZipArchive.CreateAsync(file, ZipArchiveMode.Read, false, null, cancellationToken));
                await reader.ReadManifestAsync(cancellationToken);
                reader.CompareNames();
                return reader;
            }
        );

    /// <summary>Reads everything once and compares sizes and hashes.</summary>
    /// <exception cref="BackupRefusedException">Names the first entry that is not what it was.</exception>
    public async Task VerifyAsync(BackupProgress progress, CancellationToken cancellationToken)
    {
        progress.Begin("Checking", Manifest.Entries.Sum(entry => entry.Size));
        foreach (var entry in Manifest.Entries)
            await CopyAsync(entry, Stream.Null, progress, cancellationToken);
        progress.End();
    }

    /// <summary>Copies one entry, checking it on the way.</summary>
    public Task CopyAsync(BackupEntry entry, Stream target, BackupProgress progress, CancellationToken cancellationToken) =>
        Guard(
            entry.Name + " cannot be read",
            async () =>
            {
                var stored = _entries[entry.Name];
                // Before reading: a forged entry must not unpack without end.
                if (stored.Length != entry.Size)
                    throw new InvalidDataException();
                await using var content = await stored.OpenAsync(cancellationToken);
                if (await HashingCopy.RunAsync(content, target, progress, cancellationToken) != (entry.Size, entry.Hash))
                    throw Damaged(entry.Name + " is not what was written");
                return true;
            }
        );

    public ValueTask DisposeAsync() => _zip.DisposeAsync();

    private async Task ReadManifestAsync(CancellationToken cancellationToken)
    {
        if (_zip.Entries.LastOrDefault(entry => entry.FullName == ArchiveNames.Manifest) is not { Length: < LongestManifest } stored)
            throw new BackupRefusedException("This is not a backup of the portal: it has no manifest.json.");
        using var bytes = new MemoryStream();
        await using (var content = await stored.OpenAsync(cancellationToken))
            await content.CopyToAsync(bytes, cancellationToken);
        ManifestBytes = bytes.ToArray();
        if (_zip.Comment != Convert.ToHexStringLower(SHA256.HashData(ManifestBytes)))
            throw Damaged("manifest.json is not what was written");
        var format = JsonSerializer.Deserialize<FormatOnly>(ManifestBytes, JsonSerializerOptions.Web)!.Format;
        if (format != BackupManifest.CurrentFormat)
            throw new BackupRefusedException(
                $"The archive has format {format}; this build reads format {BackupManifest.CurrentFormat}. Restore it with the version that wrote it."
            );
        Manifest = JsonSerializer.Deserialize<BackupManifest>(ManifestBytes, Json)!;
    }

    private void CompareNames()
    {
        foreach (var stored in _zip.Entries.Where(entry => entry.FullName != ArchiveNames.Manifest))
            if (!ArchiveNames.IsAllowed(stored.FullName) || !_entries.TryAdd(stored.FullName, stored))
                throw Damaged($"it holds an entry that does not belong there, “{stored.FullName}”");
        var told = Manifest.Entries.Select(entry => entry.Name).ToHashSet();
        if (told.Except(_entries.Keys).FirstOrDefault() is { } missing)
            throw Damaged(missing + " is missing");
        if (_entries.Keys.Except(told).FirstOrDefault() is { } added)
            throw Damaged($"it holds an entry that does not belong there, “{added}”");
    }

    private static async Task<T> Guard<T>(string what, Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception exception)
            when (exception
                    is InvalidDataException
                        or EndOfStreamException
                        or JsonException
                        or ArgumentException
                        or OverflowException
                        or NotSupportedException
            )
        {
            throw Damaged(what, exception);
        }
    }

    private static BackupRefusedException Damaged(string what, Exception? cause = null) =>
        new($"The archive is damaged: {what}. Nothing was restored.", cause);

    private sealed record FormatOnly(int Format);
}
