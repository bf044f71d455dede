using System.Buffers.Text;
using System.Security.Cryptography;

namespace TeacherGrowthHub.Web.Hosting;

/// <summary>The one-time key of the set-up page: random per start, worth nothing once an account exists.</summary>
public sealed class SetupLink
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(24);

    public string Key => Base64Url.EncodeToString(_key);

    /// <summary>Compares in constant time.</summary>
    public bool IsRight(string? key) =>
        key is not null
        && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(key), System.Text.Encoding.UTF8.GetBytes(Key));
}
