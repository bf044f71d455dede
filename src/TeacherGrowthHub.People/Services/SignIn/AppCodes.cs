using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.SignIn;

/// <summary>
/// The digits of an authenticator app (RFC 6238), each good once: what was looked over a shoulder opens nothing, which Identity by
/// itself leaves out. The step of the last accepted digits is kept beside the key; older and equal ones are refused (section 5.2).
/// </summary>
public sealed class AppCodes(TimeProvider clock) : AuthenticatorTokenProvider<Account>
{
    private const string Store = "hub";
    private const string LastStep = "AppStep";
    private const int SecondsAStep = 30;

    // As Identity: a phone's clock may be a minute wrong.
    private const int Drift = 2;

    public override async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key)
            return false;
        var last = await manager.GetAuthenticationTokenAsync(user, Store, LastStep);
        return StepOf(token, Base32.Decode(key)) is { } step
            && (last is null || step > long.Parse(last, CultureInfo.InvariantCulture))
            // Of two at the same moment the second finds the account changed, and fails.
            && (await manager.SetAuthenticationTokenAsync(user, Store, LastStep, $"{step}")).Succeeded;
    }

    /// <summary>With a new key, digits of the old one no longer count.</summary>
    public static Task ForgetAsync(UserManager<Account> manager, Account account) =>
        manager.RemoveAuthenticationTokenAsync(account, Store, LastStep);

    private long? StepOf(string digits, byte[] key)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds() / SecondsAStep;
        for (var step = now + Drift; step >= now - Drift; step--)
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(digits), Encoding.ASCII.GetBytes(DigitsAt(step, key))))
                return step;
        return null;
    }

    private static string DigitsAt(long step, byte[] key)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        // RFC 6238 and the apps know no other hash.
#pragma warning disable CA5350
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
