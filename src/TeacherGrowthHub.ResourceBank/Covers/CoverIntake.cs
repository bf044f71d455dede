using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Extraction;

namespace TeacherGrowthHub.ResourceBank.Covers;

/// <summary>Takes a picture for the cover of a work into the blob store; the content that names it is saved by its author's save.</summary>
public sealed class CoverIntake(IBlobStore blobs)
{
    /// <summary>Largest picture, in bytes.</summary>
    public const int MaxBytes = 10 << 20;

    /// <summary>Field of the form.</summary>
    public const string Field = "Cover";

    /// <summary>Types by content.</summary>
    private static readonly HashSet<string> Taken = [FileType.Jpeg.Extension, FileType.Png.Extension, FileType.Webp.Extension];

    /// <param name="content">Seekable bytes.</param>
    /// <param name="text">What the picture shows.</param>
    /// <exception cref="RefusedException">Not a picture, too large, too small or broken.</exception>
    public async Task<WorkCover> TakeAsync(Stream content, string text, CancellationToken cancellationToken)
    {
        if (content.Length > MaxBytes)
            throw new RefusedException("图片太大：最多 {0} MB", MaxBytes >> 20) { Field = Field };
        if (!Taken.Contains(FileTypeDetector.Detect(content).Extension))
            throw new RefusedException("封面只能是 jpg、png 或 webp 图片") { Field = Field };
        content.Position = 0;
        var picture = new byte[content.Length];
        await content.ReadExactlyAsync(picture, cancellationToken);
        var (large, small) = await CoverPicture.MakeAsync(picture, cancellationToken);
        return new WorkCover(await StoreAsync(large, cancellationToken), await StoreAsync(small, cancellationToken), text);
    }

    private async Task<string> StoreAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(bytes);
        return (await blobs.WriteAsync(content, cancellationToken)).Hash;
    }
}
