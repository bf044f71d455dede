using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Privacy;
using TeacherGrowthHub.TrainingHours.Domain.Requests;

namespace TeacherGrowthHub.TrainingHours.Services.Requests;

/// <summary>A teacher's own requests with their evidence.</summary>
internal sealed class RequestPersonalData(HubDbContext database, IBlobStore blobs) : IPersonalDataSource
{
    public string Name => "hour-requests";

    public IReadOnlyCollection<Type> Covers => [typeof(HourRequest)];

    public async Task WriteAsync(HubUser owner, PersonalArchive archive, CancellationToken cancellationToken)
    {
        if (owner.TeacherId is not { } id)
            return;
        var requests = database.Set<HourRequest>().AsNoTracking().Where(row => row.TeacherId == id).OrderBy(row => row.Id);
        await archive.AddAsync("requests.json", requests.AsAsyncEnumerable(), cancellationToken);
        foreach (var request in await requests.ToListAsync(cancellationToken))
        {
            await using var content = await blobs.OpenAsync(request.EvidenceHash, cancellationToken);
            if (content is not null)
                await archive.AddAsync($"evidence/{request.Id}-{request.EvidenceName}", content, cancellationToken);
        }
    }
}
