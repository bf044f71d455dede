namespace TeacherGrowthHub.Kernel.Ids;

/// <summary>
/// The only kind of id: 26 characters of lower-case base32 (digits and letters without i l o u) of a version-7 UUID.
/// Sortable by creation time, URL-safe, and the shape of an Orchard Core ContentItemId.
/// </summary>
public static class HubId
{
    /// <summary>Characters in an id.</summary>
    public const int Length = 26;

    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>A new id for the instant <paramref name="now"/> (millisecond order; random below that).</summary>
    public static string New(DateTimeOffset now) => Encode(Guid.CreateVersion7(now));

    /// <summary>A new id of the clock's present instant.</summary>
    public static string New(TimeProvider clock) => New(clock.GetUtcNow());

    /// <summary>Whether a text has the shape of an id. Forged or mistyped ids are refused before the database is asked.</summary>
    public static bool IsValid(string? text) => text is { Length: Length } && text[0] <= '7' && text.All(Alphabet.Contains);

    private static string Encode(Guid guid)
    {
        Span<byte> bytes = stackalloc byte[16];
        guid.TryWriteBytes(bytes, bigEndian: true, out _);
        return string.Create(
            Length,
            new UInt128(
                System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes),
                System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes[8..])
            ),
            static (characters, value) =>
            {
                for (var i = characters.Length - 1; i >= 0; i--, value >>= 5)
                    characters[i] = Alphabet[(int)(value & 31)];
            }
        );
    }
}
