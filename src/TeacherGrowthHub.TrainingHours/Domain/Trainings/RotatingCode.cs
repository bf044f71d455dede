using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TeacherGrowthHub.TrainingHours.Domain.Trainings;

/// <summary>
/// Codes that change every half minute: six digits of the HMAC of a secret and the number of the step. By the server's clock alone, so that
/// no phone's clock matters; one step before and after is taken too, for those who were just typing.
/// </summary>
public static class RotatingCode
{
    /// <summary>Seconds of a step.</summary>
    public const int StepSeconds = 30;

    /// <summary>Bytes of a secret.</summary>
    public const int SecretLength = 20;

    private const int Digits = 6;
    private const int Modulus = 1_000_000;

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretLength);

    /// <summary>The code that is shown at an instant.</summary>
    public static string At(byte[] secret, CodePurpose purpose, DateTime utc) => Of(secret, purpose, StepOf(utc));

    /// <summary>Whether a typed code is the one of now or of a step beside it.</summary>
    public static bool Fits(byte[] secret, CodePurpose purpose, string code, DateTime utc) =>
        Enumerable.Range(-1, 3).Any(offset => IsSame(Of(secret, purpose, StepOf(utc) + offset), code));

    /// <summary>Seconds until the code changes.</summary>
    public static int SecondsLeft(DateTime utc) => StepSeconds - (int)(Seconds(utc) % StepSeconds);

    /// <summary>The six digits of what somebody typed; null when it cannot be a code.</summary>
    public static string? Read(string? typed)
    {
        var digits = string.Concat((typed ?? "").Normalize(NormalizationForm.FormKC).Where(character => !char.IsWhiteSpace(character)));
        return digits.Length == Digits && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    private static string Of(byte[] secret, CodePurpose purpose, long step)
    {
        Span<byte> message = stackalloc byte[9];
        message[0] = (byte)purpose;
        BinaryPrimitives.WriteInt64BigEndian(message[1..], step);
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, message, mac);
        return (BinaryPrimitives.ReadUInt64BigEndian(mac) % Modulus).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static bool IsSame(string code, string typed) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(code), Encoding.UTF8.GetBytes(typed));

    private static long StepOf(DateTime utc) => Seconds(utc) / StepSeconds;

    private static long Seconds(DateTime utc) => (long)(utc - DateTime.UnixEpoch).TotalSeconds;
}

/// <summary>What a code is for; codes of different purposes differ.</summary>
public enum CodePurpose
{
    /// <summary>签到.</summary>
    CheckIn = 1,

    /// <summary>签退.</summary>
    CheckOut = 2,

    /// <summary>The teacher's own, read at the door.</summary>
    Personal = 3,
}
