using Microsoft.Extensions.Caching.Memory;

namespace TeacherGrowthHub.TrainingHours.Services.Figures;

/// <summary>
/// Keeps the counts of the city and its counties for a quarter of a minute, so that many who look at once count once. Right after balances
/// changed on this node nothing is kept: who has just certified sees it. Other nodes see it within <see cref="Life"/>.
/// </summary>
public sealed class FigureCache(IMemoryCache cache, TimeProvider clock)
{
    /// <summary>How old a count may be.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(15);

    // Balances are told before their transaction ends; what is counted until then must not be kept.
    private static readonly TimeSpan Unrest = TimeSpan.FromSeconds(5);
    private readonly Lock _lock = new();
    private long _changed = long.MinValue;

    /// <summary>Balances are about to change.</summary>
    public void Changed() => Volatile.Write(ref _changed, clock.GetTimestamp());

    /// <summary>The kept value, or a fresh one; callers at the same time wait for one count.</summary>
    /// <param name="key">What is counted.</param>
    /// <param name="count">Counts; it must not stop when its caller goes away, because others wait for it too.</param>
    public async Task<T> GetAsync<T>(object key, Func<Task<T>> count)
    {
        var changed = Volatile.Read(ref _changed);
        if (changed != long.MinValue && clock.GetElapsedTime(changed) < Unrest)
            return await count();
        try
        {
            return await Held(key, changed, count).Value;
        }
        catch
        {
            cache.Remove(key);
            throw;
        }
    }

    private Lazy<Task<T>> Held<T>(object key, long changed, Func<Task<T>> count)
    {
        lock (_lock)
        {
            if (cache.TryGetValue(key, out (long Since, Lazy<Task<T>> Value) held) && held.Since >= changed)
                return held.Value;
            var fresh = new Lazy<Task<T>>(count);
            cache.Set(key, (clock.GetTimestamp(), fresh), Life);
            return fresh;
        }
    }
}
