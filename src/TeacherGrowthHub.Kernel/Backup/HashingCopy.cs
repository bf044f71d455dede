using System.Buffers;
using System.Security.Cryptography;

namespace TeacherGrowthHub.Kernel.Backup;

/// <summary>Copies a stream and tells what went through.</summary>
internal static class HashingCopy
{
    private const int BufferSize = 128 * 1024;

    public static async Task<(long Size, string Hash)> RunAsync(
        Stream source,
        Stream target,
        BackupProgress progress,
        CancellationToken cancellationToken
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long size = 0;
            for (int read; (read = await source.ReadAsync(buffer, cancellationToken)) > 0; size += read)
            {
                hash.AppendData(buffer, 0, read);
                await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                progress.Add(read);
            }
            return (size, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
