namespace TeacherGrowthHub.Kernel.Blobs;

/// <summary>
/// Content-addressed store: a blob's key is the lower-case hex SHA-256 of its bytes, so writing twice keeps one copy and a
/// blob never changes. The seam between disk and S3-compatible storage.
/// </summary>
public interface IBlobStore
{
    /// <summary>Streams the content in, hashing on the way; memory use does not grow with its size.</summary>
    /// <returns>Hash and length of what is now stored durably.</returns>
    Task<StoredBlob> WriteAsync(Stream content, CancellationToken cancellationToken = default);

    /// <summary>Opens a blob for reading; seekable. Null when there is no such blob.</summary>
    Task<Stream?> OpenAsync(string hash, CancellationToken cancellationToken = default);

    /// <summary>Every blob that is stored; blobs that come or go meanwhile may or may not be among them.</summary>
    IEnumerable<StoredBlob> List();

    /// <summary>Removes a blob that nothing refers to any more; absent ones are fine.</summary>
    Task DeleteAsync(string hash, CancellationToken cancellationToken = default);
}

/// <param name="Hash">Lower-case hex SHA-256 of the bytes.</param>
/// <param name="Length">Bytes.</param>
public sealed record StoredBlob(string Hash, long Length);
