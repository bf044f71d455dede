using System.Text;

namespace TeacherGrowthHub.ResourceBank.Extraction;

/// <summary>Plain text as teachers' computers write it: UTF-8, UTF-16 with a mark, or GB18030.</summary>
public static class TextDecoding
{
    private const int MaxCutCharacter = 3;

    static TextDecoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Decodes bytes that may be cut in the middle of a character at their end.</summary>
    /// <returns>False when they are no text.</returns>
    public static bool TryDecode(byte[] bytes, out string text)
    {
        text = "";
        foreach (var encoding in Candidates(bytes))
        {
            for (var cut = 0; cut <= Math.Min(MaxCutCharacter, bytes.Length - 1); cut++)
            {
                if (TryDecode(encoding, bytes.AsSpan(0, bytes.Length - cut), out text))
                    return true;
            }
        }
        return false;
    }

    private static IEnumerable<Encoding> Candidates(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return [new UnicodeEncoding(false, true, true)];
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return [new UnicodeEncoding(true, true, true)];
        return
        [
            new UTF8Encoding(true, true),
            Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
        ];
    }

    private static bool TryDecode(Encoding encoding, ReadOnlySpan<byte> bytes, out string text)
    {
        try
        {
            text = encoding.GetString(bytes);
            return !text.Any(character => char.IsControl(character) && character is not ('\t' or '\r' or '\n' or '\f'));
        }
        catch (DecoderFallbackException)
        {
            text = "";
            return false;
        }
    }
}
