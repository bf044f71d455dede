using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.TrainingHours.Domain.Requests;

namespace TeacherGrowthHub.TrainingHours.Services.Requests;

/// <summary>Requests and their evidence for those who decide.</summary>
public sealed class RequestReader(HubDbContext database, IBlobStore blobs)
{
    /// <summary>What waits for the person, or was decided in the scope, oldest first while it waits.</summary>
    public async Task<IReadOnlyList<HourRequest>> ListAsync(bool waiting, HubUser user, CancellationToken cancellationToken = default)
    {
        var scopes = user.Scopes(HoursPermissions.Certify);
        var rows = database.Set<HourRequest>().AsNoTracking();
        return waiting
            ? await rows.Where(row => row.State == RequestState.Waiting)
                .Within(row => row.WaitingPath, scopes)
                .OrderBy(row => row.Id)
                .ToListAsync(cancellationToken)
            : await rows.Where(row => row.State != RequestState.Waiting && row.State != RequestState.Withdrawn)
                .Within(row => row.Path, scopes)
                .OrderByDescending(row => row.DecidedAt)
                .Take(100)
                .ToListAsync(cancellationToken);
    }

    /// <summary>The evidence, for the teacher and for officers whose scope holds the request.</summary>
    public async Task<(HourRequest Request, Stream Content)> EvidenceAsync(
        string id,
        HubUser user,
        CancellationToken cancellationToken = default
    )
    {
        var request = await database.Set<HourRequest>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        var isAllowed = request is not null && (request.TeacherId == user.TeacherId || user.Can(HoursPermissions.Certify, request.Path));
        return isAllowed && await blobs.OpenAsync(request!.EvidenceHash, cancellationToken) is { } content
            ? (request, content)
            : throw RequestDecisions.NotFound();
    }
}
