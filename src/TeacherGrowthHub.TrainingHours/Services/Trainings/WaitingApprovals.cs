using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>Trainings that wait for the approval of an organisation.</summary>
public sealed class WaitingApprovals(HubDbContext database) : IWaitingSource
{
    public int Order => 40;
    public string Label => "待批准培训";
    public string Permission => HoursPermissions.Plan;
    public string Link => "/trainings/manage?state=AwaitingApproval";

    public async Task<IReadOnlyList<Waiting>> CountAsync(HubUser user, CancellationToken cancellationToken) =>
        await database
            .Set<Training>()
            .Where(training => training.State == TrainingState.AwaitingApproval)
            .Within(training => training.ApprovalPath, user.Scopes(Permission))
            .GroupBy(training => training.ApprovalPath)
            .Select(group => new Waiting(group.Key, group.Count()))
            .ToListAsync(cancellationToken);
}
