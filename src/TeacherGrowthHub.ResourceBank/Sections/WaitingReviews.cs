using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Sections;

/// <summary>Submissions that wait for a reviewer.</summary>
public sealed class WaitingReviews(HubDbContext database) : IWaitingSource
{
    public int Order => 10;
    public string Label => "待审核资源";
    public string Permission => ResourcePermissions.Review;
    public string Link => "/review";

    public async Task<IReadOnlyList<Waiting>> CountAsync(HubUser user, CancellationToken cancellationToken) =>
        await database
            .Set<Work>()
            .Within(work => work.OrganizationPath, user.Scopes(Permission))
            .Where(work => work.OwnerId == null || work.OwnerId != user.AccountId)
            .Where(work => work.Versions.Any(version => version.State == VersionState.Submitted))
            .GroupBy(work => work.OrganizationPath)
            .Select(group => new Waiting(group.Key, group.Count()))
            .ToListAsync(cancellationToken);
}
