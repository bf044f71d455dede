using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Privacy;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>A teacher's own homework; the address of the own calendar. Feedback is kept without a name.</summary>
internal sealed class TrainingPersonalData(HubDbContext database, IBlobStore blobs) : IPersonalDataSource
{
    public string Name => "trainings";

    public IReadOnlyCollection<Type> Covers => [typeof(Homework), typeof(CalendarFeed)];

    public async Task WriteAsync(HubUser owner, PersonalArchive archive, CancellationToken cancellationToken)
    {
        var feeds = database.Set<CalendarFeed>().AsNoTracking().Where(feed => feed.AccountId == owner.AccountId);
        await archive.AddAsync("calendar.json", feeds.AsAsyncEnumerable(), cancellationToken);
        if (owner.TeacherId is not { } id)
            return;
        var homework = database.Set<Homework>().AsNoTracking().Where(row => row.TeacherId == id);
        await archive.AddAsync("homework.json", homework.AsAsyncEnumerable(), cancellationToken);
        foreach (var row in await homework.Where(row => row.BlobHash != null).ToListAsync(cancellationToken))
        {
            await using var content = await blobs.OpenAsync(row.BlobHash!, cancellationToken);
            if (content is not null)
                await archive.AddAsync($"homework/{row.TrainingId}-{row.FileName}", content, cancellationToken);
        }
    }
}
