using NetVips;
using TeacherGrowthHub.Kernel.Errors;

namespace TeacherGrowthHub.ResourceBank.Covers;

/// <summary>Makes a cover of somebody's picture: upright, cut to 16:10 round its middle, without any of its metadata.</summary>
internal static class CoverPicture
{
    public const int LargeWidth = 1280;
    public const int SmallWidth = 480;
    private const int MaxPixels = 64_000_000;
    private const int Quality = 80;
    private const double Ratio = 1.6;

    // The thumbnail's own option of that name does not reach the loader, which then makes up the missing half of a picture.
    private const string Strict = "[fail_on=error]";
    private static readonly double[] White = [255];

    // A picture of the greatest size takes some 200 MB while it is read: one at a time.
    private static readonly SemaphoreSlim Gate = new(1);

    static CoverPicture()
    {
        NetVips.NetVips.BlockUntrusted = true;
        Cache.Max = 0;
    }

    /// <param name="picture">A jpg, png or webp by its content.</param>
    /// <returns>Two webp files, large and small.</returns>
    /// <exception cref="RefusedException">Broken, too small or too many pixels.</exception>
    public static async Task<(byte[] Large, byte[] Small)> MakeAsync(byte[] picture, CancellationToken cancellationToken)
    {
        await Gate.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Make(picture), cancellationToken);
        }
        catch (VipsException)
        {
            throw Refused("图片打不开，可能没有传完整。请另存为 jpg 或 png 再上传");
        }
        finally
        {
            Gate.Release();
        }
    }

    private static (byte[] Large, byte[] Small) Make(byte[] picture)
    {
        var width = Math.Min(LargeWidth, GreatestWidth(picture));
        return (Cut(picture, width), Cut(picture, SmallWidth));
    }

    // Only the head is read here: a bomb is refused before it unfolds.
    private static int GreatestWidth(byte[] picture)
    {
        using var head = Image.NewFromBuffer(picture, access: Enums.Access.Sequential);
        if ((long)head.Width * head.Height > MaxPixels)
            throw Refused("图片的像素太多：最多 {0} 万像素，请缩小后再上传", MaxPixels / 10_000);
        using var upright = head.Autorot();
        var width = (int)Math.Min(upright.Width, upright.Height * Ratio);
        return width >= SmallWidth ? width : throw Refused("图片太小：至少要宽 {0}、高 {1} 像素", SmallWidth, (int)(SmallWidth / Ratio));
    }

    private static byte[] Cut(byte[] picture, int width)
    {
        using var cut = Image.ThumbnailBuffer(
            picture,
            width,
            height: (int)Math.Round(width / Ratio),
            crop: Enums.Interesting.Centre,
            outputProfile: "srgb",
            optionString: Strict
        );
        using var opaque = cut.HasAlpha() ? cut.Flatten(background: White) : cut.Copy();
        return opaque.WebpsaveBuffer(q: Quality, keep: Enums.ForeignKeep.None);
    }

    private static RefusedException Refused(string text, params object[] arguments) => new(text, arguments) { Field = CoverIntake.Field };
}
