using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Services;

/// <summary>Loads works for those who may have them; a hidden work and an absent one answer alike.</summary>
public sealed class WorkLoader(HubDbContext database)
{
    /// <summary>A work of one's own, tracked for a change.</summary>
    public async Task<Work> OwnAsync(string id, HubUser user, CancellationToken cancellationToken = default)
    {
        var work = await FindAsync(id, cancellationToken);
        return work is not null && (user.IsSystem || (work.OwnerId is not null && work.OwnerId == user.AccountId))
            ? work
            : throw NotFound();
    }

    /// <summary>A work that the person may review: inside the scope and never one's own.</summary>
    public async Task<Work> ForReviewAsync(string id, HubUser user, CancellationToken cancellationToken = default)
    {
        var work = await FindAsync(id, cancellationToken);
        if (work is null || !user.Can(ResourcePermissions.Review, work.OrganizationPath))
            throw NotFound();
        if (work.OwnerId is not null && work.OwnerId == user.AccountId)
            throw new RefusedException("不能审核自己的资源") { Kind = RefusalKind.Forbidden };
        return work;
    }

    /// <summary>Any work with its versions and files, tracked; null when there is none.</summary>
    public async Task<Work?> FindAsync(string id, CancellationToken cancellationToken = default) =>
        HubId.IsValid(id)
            ? await database
                .Set<Work>()
                .Include(work => work.Versions)
                    .ThenInclude(version => version.Files.OrderBy(file => file.Position))
                .AsSplitQuery()
                .SingleOrDefaultAsync(work => work.Id == id, cancellationToken)
            : null;

    public static RefusedException NotFound() => new("没有这份资源，或者您不能查看它") { Kind = RefusalKind.NotFound };
}
