using System.Buffers;
using System.Security.Cryptography;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;

namespace TeacherGrowthHub.Kernel.Blobs;

/// <summary>Blobs as files <c>blobs/ab/abcdef…</c>: written to a temporary file, fsynced, then renamed into place.</summary>
public sealed class DiskBlobStore(DataFolder data, TimeProvider clock) : IBlobStore
{
    private const int BufferSize = 128 * 1024;
    private readonly string _root = data.Folder("blobs");
    private readonly string _incoming = data.Folder("blobs/incoming");

    public async Task<StoredBlob> WriteAsync(Stream content, CancellationToken cancellationToken = default)
    {
        var temporary = Path.Combine(_incoming, HubId.New(clock));
        try
        {
            var blob = await CopyAsync(content, temporary, cancellationToken);
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(blob.Hash))!);
            File.Move(temporary, PathOf(blob.Hash), overwrite: true);
            return blob;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public Task<Stream?> OpenAsync(string hash, CancellationToken cancellationToken = default)
    {
        var path = PathOf(hash);
        Stream? stream = File.Exists(path)
            ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.Asynchronous)
            : null;
        return Task.FromResult(stream);
    }

    public IEnumerable<StoredBlob> List() =>
        new DirectoryInfo(_root)
            .EnumerateDirectories("??")
            .SelectMany(folder => folder.EnumerateFiles())
            .Where(file => IsHash(file.Name))
            .Select(file => new StoredBlob(file.Name, file.Length));

    public Task DeleteAsync(string hash, CancellationToken cancellationToken = default)
    {
        File.Delete(PathOf(hash));
        return Task.CompletedTask;
    }

    private static async Task<StoredBlob> CopyAsync(Stream content, string path, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous);
            long length = 0;
            for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0; length += read)
            {
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
            file.Flush(flushToDisk: true);
            return new StoredBlob(Convert.ToHexStringLower(hash.GetHashAndReset()), length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private string PathOf(string hash)
    {
        if (!IsHash(hash))
            throw new ArgumentException("Not a SHA-256 in lower-case hex.", nameof(hash));
        return Path.Combine(_root, hash[..2], hash);
    }

    private static bool IsHash(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);
}
