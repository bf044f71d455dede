using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;

namespace TeacherGrowthHub.ResourceBank.Files;

/// <summary>Puts blobs where programs can read them.</summary>
public sealed class WorkingCopies(IBlobStore blobs, DataFolder data, TimeProvider clock)
{
    /// <summary>A copy in a folder of its own.</summary>
    /// <param name="hash">Key in the blob store.</param>
    /// <param name="extension">Programs go by it.</param>
    public async Task<WorkingCopy> MakeAsync(string hash, string extension, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(data.Folder("extraction"), HubId.New(clock))).FullName;
        var copy = new WorkingCopy(Path.Combine(folder, "file" + extension), folder);
        await using var content =
            await blobs.OpenAsync(hash, cancellationToken) ?? throw new FileNotFoundException("Blob is missing", hash);
        await using var file = File.Create(copy.Path);
        await content.CopyToAsync(file, cancellationToken);
        return copy;
    }
}

/// <summary>A copy of a blob; what is made of it may lie beside it, and goes away with it.</summary>
public sealed record WorkingCopy(string Path, string Folder) : IDisposable
{
    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
