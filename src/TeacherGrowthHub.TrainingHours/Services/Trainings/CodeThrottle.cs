using Microsoft.Extensions.Caching.Memory;
using TeacherGrowthHub.Kernel.Errors;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>Counts wrong codes by account: six digits are few, and three of them fit at any time.</summary>
public sealed class CodeThrottle(TimeProvider clock)
{
    /// <summary>How long wrong codes are remembered.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <summary>Wrong codes of one account within the window.</summary>
    public const int Limit = 10;
    private const int MaxAccounts = 100_000;

    private readonly MemoryCache _counts = new(new MemoryCacheOptions { SizeLimit = MaxAccounts });
    private readonly Lock _gate = new();

    private sealed class Count
    {
        public DateTimeOffset Until { get; init; }
        public int Failures { get; set; }
    }

    /// <summary>Refuses an account that has tried too often.</summary>
    public void EnsureOpen(string accountId)
    {
        lock (_gate)
        {
            if (Find(accountId) is { } count && count.Failures >= Limit)
                throw new RefusedException("输错的次数太多，请 {0} 分钟后再试，或请工作人员在名单上签到", (int)Window.TotalMinutes)
                {
                    Field = "Code",
                };
        }
    }

    /// <summary>Counts a wrong code.</summary>
    public void Fail(string accountId)
    {
        lock (_gate)
        {
            (Find(accountId) ?? Begin(accountId)).Failures++;
        }
    }

    private Count? Find(string accountId) =>
        _counts.TryGetValue(accountId, out Count? count) && count!.Until > clock.GetUtcNow() ? count : null;

    private Count Begin(string accountId) =>
        _counts.Set(
            accountId,
            new Count { Until = clock.GetUtcNow() + Window },
            new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Window }
        );
}
