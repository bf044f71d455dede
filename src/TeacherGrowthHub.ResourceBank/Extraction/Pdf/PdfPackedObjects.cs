using System.IO.Compression;
using System.Text;

namespace TeacherGrowthHub.ResourceBank.Extraction.Pdf;

/// <summary>Objects that a PDF packs together in one stream (ISO 32000-1, 7.5.7).</summary>
internal static class PdfPackedObjects
{
    private const int MaxUnpacked = 64 << 20;

    /// <param name="text">The file, one character a byte.</param>
    /// <param name="start">Where the packed bytes begin.</param>
    /// <param name="first">Where the first object begins in the unpacked ones; before it stand pairs of number and place.</param>
    /// <returns>What can be read of them; nothing where the stream cannot be unpacked.</returns>
    public static IEnumerable<(int Number, string Body)> Read(string text, int start, int first)
    {
        if (Inflate(text, start) is not { } body || first >= body.Length)
            yield break;
        var numbers = body[..first]
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(part => int.TryParse(part, out var value) ? value : -1)
            .ToList();
        for (var i = 0; i + 1 < numbers.Count; i += 2)
        {
            var from = first + numbers[i + 1];
            var to = i + 3 < numbers.Count ? first + numbers[i + 3] : body.Length;
            if (numbers[i] >= 0 && from >= first && from < to && to <= body.Length)
                yield return (numbers[i], body[from..to]);
        }
    }

    private static string? Inflate(string text, int start)
    {
        var bytes = Encoding.Latin1.GetBytes(text[Math.Min(start, text.Length)..]);
        using var packed = new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress);
        var body = new byte[1 << 16];
        var unpacked = new MemoryStream();
        try
        {
            for (int read; unpacked.Length < MaxUnpacked && (read = packed.Read(body)) > 0; )
                unpacked.Write(body, 0, read);
        }
        catch (InvalidDataException)
        {
            // What was unpacked before the break is still good.
        }
        return unpacked.Length > 0 ? Encoding.Latin1.GetString(unpacked.ToArray()) : null;
    }
}
