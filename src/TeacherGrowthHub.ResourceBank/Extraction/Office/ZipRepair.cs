using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace TeacherGrowthHub.ResourceBank.Extraction.Office;

/// <summary>Opens an archive; when its directory is broken, by the heads that stand before each entry.</summary>
internal static class ZipRepair
{
    private const int HeadLength = 30;
    private const int MaxUnpacked = 64 << 20;

    /// <exception cref="InvalidDataException">Nothing can be saved.</exception>
    public static ZipArchive Open(Stream content)
    {
        ZipArchive? zip = null;
        try
        {
            content.Position = 0;
            zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            // Reads the directory, and one head to see whether it points to the right places.
            using var first = zip.Entries.FirstOrDefault(entry => entry.Length > 0)?.Open();
            if (zip.Entries.Count > 0)
                return zip;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            zip?.Dispose();
        }
        return new ZipArchive(Rebuild(content), ZipArchiveMode.Read);
    }

    private static MemoryStream Rebuild(Stream content)
    {
        content.Position = 0;
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        var file = copy.ToArray();
        var rebuilt = new MemoryStream();
        var saved = 0;
        using (var zip = new ZipArchive(rebuilt, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, body) in Entries(file))
            {
                if (saved++ == OfficePackage.MaxEntries)
                    throw new InvalidDataException();
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                body.CopyTo(entry);
            }
        }
        return saved > 0 ? rebuilt : throw new InvalidDataException();
    }

    private static IEnumerable<(string Name, MemoryStream Body)> Entries(byte[] file)
    {
        long unpacked = 0;
        for (var place = Next(file, 0); place >= 0; )
        {
            var head = file.AsSpan(place, HeadLength);
            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(head[26..]);
            var start = place + HeadLength + nameLength + BinaryPrimitives.ReadUInt16LittleEndian(head[28..]);
            if (start > file.Length)
                yield break;
            var name = Encoding.UTF8.GetString(file, place + HeadLength, nameLength);
            var method = BinaryPrimitives.ReadUInt16LittleEndian(head[8..]);
            var next = Next(file, start + PackedLength(head, file.Length - start));
            var body = method is 0 or 8 ? Unpack(file.AsMemory(start, (next < 0 ? file.Length : next) - start), method == 8) : new();
            if ((unpacked += body.Length) > MaxUnpacked)
                throw new InvalidDataException();
            if (body.Length > 0 && nameLength > 0)
                yield return (name, body);
            place = next;
        }
    }

    // Zero when the length stands behind the entry.
    private static int PackedLength(ReadOnlySpan<byte> head, int most)
    {
        var length = BinaryPrimitives.ReadUInt32LittleEndian(head[18..]);
        return length <= most ? (int)length : 0;
    }

    private static MemoryStream Unpack(ReadOnlyMemory<byte> packed, bool isDeflated)
    {
        var body = new MemoryStream();
        using var source = new MemoryStream(packed.ToArray());
        using Stream stream = isDeflated ? new DeflateStream(source, CompressionMode.Decompress) : source;
        var buffer = new byte[1 << 16];
        try
        {
            for (int read; body.Length <= MaxUnpacked && (read = stream.Read(buffer)) > 0; )
                body.Write(buffer, 0, read);
        }
        catch (InvalidDataException)
        {
            // What was unpacked before the break is still good.
        }
        body.Position = 0;
        return body;
    }

    private static int Next(byte[] file, int from)
    {
        var found = from < file.Length ? file.AsSpan(from).IndexOf("PK\u0003\u0004"u8) : -1;
        return found < 0 || from + found + HeadLength > file.Length ? -1 : from + found;
    }
}
