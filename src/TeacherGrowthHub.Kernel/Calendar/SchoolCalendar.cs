using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using TeacherGrowthHub.Kernel.Data;

namespace TeacherGrowthHub.Kernel.Calendar;

/// <summary>Days, deadlines and school years, reckoned in Asia/Shanghai.</summary>
public sealed class SchoolCalendar(HubDbContext database, IMemoryCache cache, TimeProvider clock)
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private static readonly TimeSpan CacheTime = TimeSpan.FromSeconds(30);

    /// <summary>Today in Asia/Shanghai.</summary>
    public DateOnly Today => DayOf(clock.GetUtcNow().UtcDateTime);

    /// <summary>The calendar was changed; other nodes see it within half a minute.</summary>
    public void Changed() => cache.Remove(nameof(SchoolCalendar));

    /// <summary>The day in Asia/Shanghai on which a UTC instant falls.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>A UTC instant as local wall-clock time.</summary>
    public static DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    /// <summary>The school year that holds the day; null when the calendar has none for it.</summary>
    public async Task<SchoolYear?> YearOfAsync(DateOnly day, CancellationToken cancellationToken = default) =>
        (await YearsAsync(cancellationToken)).SingleOrDefault(year => year.Start <= day && day <= year.End);

    /// <summary>A school year by the year it begins in; null when the calendar does not have it.</summary>
    public async Task<SchoolYear?> YearAsync(int id, CancellationToken cancellationToken = default) =>
        (await YearsAsync(cancellationToken)).FirstOrDefault(year => year.Id == id);

    /// <summary>All school years of the calendar, in their order; read through a short cache.</summary>
    public async Task<IReadOnlyList<SchoolYear>> YearsAsync(CancellationToken cancellationToken = default)
    {
        if (cache.TryGetValue(nameof(SchoolCalendar), out IReadOnlyList<SchoolYear>? kept))
            return kept!;
        var years = await database
            .Set<SchoolYear>()
            .Include(year => year.Terms)
            .AsNoTracking()
            .OrderBy(year => year.Id)
            .ToListAsync(cancellationToken);
        return cache.Set<IReadOnlyList<SchoolYear>>(nameof(SchoolCalendar), years, CacheTime);
    }
}
