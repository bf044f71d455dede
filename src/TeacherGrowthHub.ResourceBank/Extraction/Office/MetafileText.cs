using System.Buffers.Binary;
using System.Text;

namespace TeacherGrowthHub.ResourceBank.Extraction.Office;

/// <summary>Words drawn in EMF and WMF pictures: diagrams, formulas, previews of embedded files.</summary>
internal static class MetafileText
{
    private const int EmfTextNarrow = 83;
    private const int EmfTextWide = 84;
    private const int EmfTextSmall = 108;
    private const int WmfFont = 0x02FB;
    private const int WmfText = 0x0521;
    private const int WmfTextExtended = 0x0A32;
    private const int ByGlyph = 0x10;
    private static readonly int[] WithRectangle = [2, 4];

    static MetafileText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Whether files of that extension are such pictures.</summary>
    public static bool CanRead(string extension) => extension is ".emf" or ".wmf";

    /// <summary>Each piece of text that is drawn.</summary>
    public static IEnumerable<string> Read(MemoryStream picture)
    {
        var bytes = picture.ToArray();
        var texts = Number(bytes, 40) == 0x464D4520 ? OfEmf(bytes) : OfWmf(bytes);
        return texts.Select(text => text.Trim('\0', ' ', '\r', '\n')).Where(text => text.Length > 0);
    }

    private static IEnumerable<string> OfEmf(byte[] bytes)
    {
        for (var place = 0; place + 8 <= bytes.Length; )
        {
            var (kind, size) = (Number(bytes, place), Number(bytes, place + 4));
            if (size < 8 || size > bytes.Length - place)
                yield break;
            if (kind is EmfTextNarrow or EmfTextWide && (Number(bytes, place + 52) & ByGlyph) == 0)
                yield return Slice(
                    bytes,
                    place,
                    Number(bytes, place + 48),
                    Number(bytes, place + 44),
                    kind == EmfTextWide ? Encoding.Unicode : Encoding.Latin1
                );
            if (kind == EmfTextSmall && (Number(bytes, place + 20) & ByGlyph) == 0)
                yield return SmallText(bytes, place);
            place += size;
        }
    }

    private static string SmallText(byte[] bytes, int place)
    {
        var options = Number(bytes, place + 20);
        var encoding = (options & 0x200) != 0 ? Encoding.Latin1 : Encoding.Unicode;
        return Slice(bytes, place, (options & 0x100) != 0 ? 36 : 52, Number(bytes, place + 16), encoding);
    }

    private static IEnumerable<string> OfWmf(byte[] bytes)
    {
        var encoding = Encoding.Latin1;
        for (var place = Number(bytes, 0) == unchecked((int)0x9AC6CDD7) ? 40 : 18; place + 6 <= bytes.Length; )
        {
            var size = Number(bytes, place) * 2L;
            if (size < 6 || size > bytes.Length - place)
                yield break;
            switch (Short(bytes, place + 4))
            {
                case WmfFont:
                    encoding = OfCharset(bytes.ElementAtOrDefault(place + 19));
                    break;
                case WmfText:
                    yield return Slice(bytes, place, 8, Short(bytes, place + 6), encoding);
                    break;
                case WmfTextExtended:
                    var start = WithRectangle.Any(flag => (Short(bytes, place + 12) & flag) != 0) ? 22 : 14;
                    yield return Slice(bytes, place, start, Short(bytes, place + 10), encoding);
                    break;
            }
            place += (int)size;
        }
    }

    private static Encoding OfCharset(int charset) =>
        Encoding.GetEncoding(
            charset switch
            {
                128 => 932,
                129 => 949,
                134 => 936,
                136 => 950,
                161 => 1253,
                162 => 1254,
                177 => 1255,
                178 => 1256,
                204 => 1251,
                238 => 1250,
                _ => 1252,
            }
        );

    private static string Slice(byte[] bytes, int place, int offset, int letters, Encoding encoding)
    {
        var (start, length) = ((long)place + offset, letters * (encoding is UnicodeEncoding ? 2L : 1));
        return offset < 0 || length < 0 || start + length > bytes.Length ? "" : encoding.GetString(bytes, (int)start, (int)length);
    }

    private static int Number(byte[] bytes, int place) =>
        place + 4 <= bytes.Length ? BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(place)) : 0;

    private static int Short(byte[] bytes, int place) =>
        place + 2 <= bytes.Length ? BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(place)) : 0;
}
