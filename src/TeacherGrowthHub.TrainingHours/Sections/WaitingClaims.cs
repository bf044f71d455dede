using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.TrainingHours.Domain.Claims;

namespace TeacherGrowthHub.TrainingHours.Sections;

/// <summary>Claims that wait, by school.</summary>
internal sealed class WaitingClaims(HubDbContext database) : IWaitingSource
{
    public int Order => 30;

    public string Label => "学时审核";

    public string Permission => HoursPermissions.Check;

    public string Link => "/certify?lower=true";

    public async Task<IReadOnlyList<Waiting>> CountAsync(HubUser user, CancellationToken cancellationToken) =>
        await database
            .Set<Claim>()
            .Where(claim => claim.State == ClaimState.Waiting)
            .Within(claim => claim.WaitingPath, user.Scopes(HoursPermissions.Check))
            .GroupBy(claim => claim.Path)
            .Select(school => new Waiting(school.Key, school.Count()))
            .ToListAsync(cancellationToken);
}
