namespace TeacherGrowthHub.People.Domain;

/// <summary>The spelling of an authenticator app's key (RFC 4648, without padding).</summary>
public static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsALetter = 5;

    /// <summary>The bytes of a key; bits left over at its end are dropped.</summary>
    public static byte[] Decode(string text)
    {
        var bytes = new byte[text.Length * BitsALetter / 8];
        for (var i = 0; i < bytes.Length * 8; i++)
            if (
                (Alphabet.IndexOf(text[i / BitsALetter], StringComparison.OrdinalIgnoreCase) >> (BitsALetter - 1 - i % BitsALetter) & 1)
                == 1
            )
                bytes[i / 8] |= (byte)(0x80 >> i % 8);
        return bytes;
    }
}
