using System.Buffers.Binary;
using System.Security.Cryptography;

namespace TeacherGrowthHub.Tests.People;

/// <summary>An authenticator app of the tests (RFC 6238, six digits, thirty seconds).</summary>
public static class Totp
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The digits that an app shows for a base32 key; each are good once, and only if later than the last.</summary>
    /// <param name="key">Base32.</param>
    /// <param name="ahead">How many steps of thirty seconds the app's clock is ahead; the site bears two.</param>
    public static string Now(string key, int ahead = 0)
    {
        var counter = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30 + ahead);
        var hash = HMACSHA1.HashData(Decode(key), counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6");
    }

    private static byte[] Decode(string key)
    {
        var bits = string.Concat(key.Select(letter => Convert.ToString(Alphabet.IndexOf(letter), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
