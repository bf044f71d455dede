using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Configuration;
using TeacherGrowthHub.Kernel.Errors;

namespace TeacherGrowthHub.People.Services.SignIn;

/// <summary>
/// Counts failed sign-ins by network address, whatever account they were for: the lock-out of one account does not slow down somebody
/// who tries one password on many. A school behind one address signs in as often as it likes.
/// </summary>
public sealed class SignInThrottle(IConfiguration configuration, TimeProvider clock)
{
    /// <summary>How long failures are remembered.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private const int DefaultLimit = 30;
    private const int MaxAddresses = 100_000;
    private const int HostBytesOfIpv6 = 8;

    private readonly int _limit = configuration.GetValue("SignIn:FailuresPerAddress", DefaultLimit);
    private readonly MemoryCache _counts = new(new MemoryCacheOptions { SizeLimit = MaxAddresses });
    private readonly Lock _gate = new();

    private sealed class Count
    {
        public DateTimeOffset Until { get; init; }
        public int Failures { get; set; }
    }

    /// <summary>Refuses an address that has failed too often.</summary>
    public void EnsureOpen(IPAddress? address)
    {
        lock (_gate)
        {
            if (Find(KeyOf(address)) is { } count && count.Failures >= _limit)
                throw new RefusedException("这个网络地址的错误次数太多，请 {0} 分钟后再试。", (int)Window.TotalMinutes);
        }
    }

    /// <summary>Counts a failure.</summary>
    public void Fail(IPAddress? address)
    {
        var key = KeyOf(address);
        lock (_gate)
        {
            var count = Find(key) ?? Begin(key);
            count.Failures++;
        }
    }

    private Count? Find(string key) => _counts.TryGetValue(key, out Count? count) && count!.Until > clock.GetUtcNow() ? count : null;

    private Count Begin(string key) =>
        _counts.Set(
            key,
            new Count { Until = clock.GetUtcNow() + Window },
            new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Window }
        );

    // A household has a whole /64 of IPv6 addresses to choose from.
    private static string KeyOf(IPAddress? address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, HostBytesOfIpv6))
            : address?.MapToIPv4().ToString() ?? "";
}
