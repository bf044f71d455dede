using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Sections;

/// <summary>Teachers' requests for correction that wait for their school.</summary>
public sealed class WaitingCorrections(HubDbContext database) : IWaitingSource
{
    public int Order => 20;
    public string Label => "待确认更正";
    public string Permission => PeoplePermissions.ManageTeachers;
    public string Link => "/admin/corrections";

    public async Task<IReadOnlyList<Waiting>> CountAsync(HubUser user, CancellationToken cancellationToken) =>
        await database
            .Set<CorrectionRequest>()
            .Where(request => request.State == CorrectionState.Open)
            .Within(request => request.OrganizationPath, user.Scopes(Permission))
            .GroupBy(request => request.OrganizationPath)
            .Select(group => new Waiting(group.Key, group.Count()))
            .ToListAsync(cancellationToken);
}
