using System.IO.Compression;
using TeacherGrowthHub.Kernel.Errors;

namespace TeacherGrowthHub.Content.Recipes;

/// <summary>Bytes that a recipe carries as text.</summary>
public static class RecipeBytes
{
    private const int MaxUnpacked = 32 << 20;

    /// <summary>Bytes of base64.</summary>
    /// <exception cref="RefusedException">It is none.</exception>
    public static byte[] FromBase64(string text)
    {
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            throw new RefusedException("配方里的 base64 内容不对");
        }
    }

    /// <summary>What gzip packed, given as base64.</summary>
    /// <exception cref="RefusedException">It cannot be unpacked, or unfolds to too much.</exception>
    public static byte[] Unpack(string text)
    {
        try
        {
            using var packed = new GZipStream(new MemoryStream(FromBase64(text)), CompressionMode.Decompress);
            // One byte more than allowed tells that there was more.
            var bytes = new byte[MaxUnpacked + 1];
            var length = packed.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return length <= MaxUnpacked
                ? bytes[..length]
                : throw new RefusedException("配方里压缩的内容展开后超过 {0} MB", MaxUnpacked >> 20);
        }
        catch (InvalidDataException)
        {
            throw new RefusedException("配方里压缩的内容打不开");
        }
    }
}
