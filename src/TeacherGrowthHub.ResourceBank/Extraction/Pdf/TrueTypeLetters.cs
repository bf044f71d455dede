using System.Buffers.Binary;

namespace TeacherGrowthHub.ResourceBank.Extraction.Pdf;

/// <summary>Which letter each glyph of a TrueType font draws, by the font's own table of letters.</summary>
internal static class TrueTypeLetters
{
    private const int MaxLetter = 0x10FFFF;
    private const int MaxPairs = 300_000;
    private const int FirstSymbol = 0xF000;
    private const int LastSymbol = 0xF0FF;

    /// <returns>Code points by glyph; empty for fonts without such a table.</returns>
    public static Dictionary<int, int> Read(byte[] font)
    {
        var letters = new Dictionary<int, int>();
        var table = Table(font, "cmap"u8);
        for (var i = 0; table > 0 && i < Short(font, table + 2); i++)
        {
            var (platform, place) = (Short(font, table + 4 + (8 * i)), table + Number(font, table + 8 + (8 * i)));
            if (platform is not (0 or 3) || place < 0 || place > font.Length)
                continue;
            foreach (var (letter, glyph) in Pairs(font, place).Take(MaxPairs).Where(pair => pair.Glyph > 0))
                // Symbol fonts keep their letters in a private area.
                letters.TryAdd(glyph, letter is >= FirstSymbol and <= LastSymbol ? letter & 0xFF : letter);
        }
        return letters;
    }

    private static int Table(byte[] font, ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < Short(font, 4); i++)
        {
            var entry = 12 + (16 * i);
            if (entry + 16 <= font.Length && font.AsSpan(entry, 4).SequenceEqual(name))
                return Number(font, entry + 8);
        }
        return 0;
    }

    private static IEnumerable<(int Letter, int Glyph)> Pairs(byte[] font, int place) =>
        Short(font, place) switch
        {
            4 => BySegments(font, place),
            6 => Enumerable.Range(0, Short(font, place + 8)).Select(i => (Short(font, place + 6) + i, Short(font, place + 10 + (2 * i)))),
            12 => ByGroups(font, place),
            _ => [],
        };

    private static IEnumerable<(int Letter, int Glyph)> BySegments(byte[] font, int place)
    {
        var size = Short(font, place + 6);
        for (var i = 0; i < size; i += 2)
        {
            var (last, first) = (Short(font, place + 14 + i), Short(font, place + 16 + size + i));
            var (delta, range) = (Short(font, place + 16 + (2 * size) + i), place + 16 + (3 * size) + i);
            var offset = Short(font, range);
            for (var letter = first; letter <= last && letter < 0xFFFF; letter++)
            {
                var glyph = offset == 0 ? letter : Short(font, range + offset + (2 * (letter - first)));
                yield return (letter, offset == 0 || glyph > 0 ? (glyph + delta) & 0xFFFF : 0);
            }
        }
    }

    private static IEnumerable<(int Letter, int Glyph)> ByGroups(byte[] font, int place)
    {
        for (var i = 0; i < Number(font, place + 12) && place + 28 + (12 * i) <= font.Length; i++)
        {
            var group = place + 16 + (12 * i);
            var (first, last, glyph) = (Number(font, group), Number(font, group + 4), Number(font, group + 8));
            for (var letter = first; first >= 0 && letter <= last && letter <= MaxLetter; letter++)
                yield return (letter, glyph + letter - first);
        }
    }

    private static int Short(byte[] font, int place) =>
        place >= 0 && place + 2 <= font.Length ? BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(place)) : 0;

    private static int Number(byte[] font, int place) =>
        place >= 0 && place + 4 <= font.Length ? BinaryPrimitives.ReadInt32BigEndian(font.AsSpan(place)) : 0;
}
