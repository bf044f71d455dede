using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Changes;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Services;

/// <summary>Favourites and counted downloads of signed-in readers.</summary>
public sealed class Readers(HubDbContext database, ChangeLog changes, SchoolCalendar calendar, TimeProvider clock)
{
    public Task<bool> IsFavouriteAsync(string accountId, string workId, CancellationToken cancellationToken = default) =>
        database.Set<Favourite>().AnyAsync(favourite => favourite.AccountId == accountId && favourite.WorkId == workId, cancellationToken);

    /// <summary>Puts a work on the list, or takes it off.</summary>
    public async Task ToggleFavouriteAsync(string accountId, string workId, CancellationToken cancellationToken = default)
    {
        var removed = await database
            .Set<Favourite>()
            .Where(favourite => favourite.AccountId == accountId && favourite.WorkId == workId)
            .ExecuteDeleteAsync(cancellationToken);
        if (removed > 0)
            return;
        database.Add(
            new Favourite
            {
                AccountId = accountId,
                WorkId = workId,
                At = clock.GetUtcNow().UtcDateTime,
            }
        );
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Ids of the favourites, last added first.</summary>
    public async Task<IReadOnlyList<string>> FavouritesAsync(string accountId, CancellationToken cancellationToken = default) =>
        await database
            .Set<Favourite>()
            .Where(favourite => favourite.AccountId == accountId)
            .OrderByDescending(favourite => favourite.At)
            .Select(favourite => favourite.WorkId)
            .ToListAsync(cancellationToken);

    /// <summary>Counts a download once per person, work and day; never the author's own nor one of a sample.</summary>
    public async Task CountDownloadAsync(string accountId, Work work, CancellationToken cancellationToken = default)
    {
        if (work.IsSample || work.OwnerId == accountId)
            return;
        var day = calendar.Today;
        var already = await database
            .Set<CountedDownload>()
            .AnyAsync(row => row.AccountId == accountId && row.WorkId == work.Id && row.Day == day, cancellationToken);
        if (already)
            return;
        database.Add(
            new CountedDownload
            {
                AccountId = accountId,
                WorkId = work.Id,
                Day = day,
            }
        );
        work.Downloads++;
        changes.Append(WorkChange.Kind, work.Id); // lists show the count and sort by it
        await database.SaveChangesAsync(cancellationToken);
    }
}
