using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>Plans follow their organisation, and so do the audiences of trainings. What waits for approval waits at whoever is above from now on.</summary>
public sealed class TrainingPaths(HubDbContext database) : IPathHolder
{
    public string Label => "培训计划";

    public Task<int> CountAsync(PathChange change, CancellationToken cancellationToken) =>
        change.Of(database.Set<PlanItem>(), item => item.Path).CountAsync(cancellationToken);

    public async Task RepathAsync(PathChange change, CancellationToken cancellationToken)
    {
        var (to, tail) = (change.To, change.From.Length);
        await change
            .Of(database.Set<PlanItem>(), item => item.Path)
            .ExecuteUpdateAsync(update => update.SetProperty(item => item.Path, item => to + item.Path.Substring(tail)), cancellationToken);
        var running = await database
            .Set<Training>()
            .Where(training => training.State != TrainingState.Closed && training.State != TrainingState.Cancelled)
            .ToListAsync(cancellationToken);
        foreach (var training in running)
            Follow(training, change);
        await database.SaveChangesAsync(cancellationToken);
    }

    private static void Follow(Training training, PathChange change)
    {
        bool IsMoved(string path) => change.WithBelow ? OrganizationPath.Contains(change.From, path) : path == change.From;
        if (training.Audience.Any(IsMoved))
            training.Audience = [.. training.Audience.Select(path => IsMoved(path) ? change.Apply(path) : path).Distinct()];
        var home = IsMoved(training.Path) ? change.Apply(training.Path) : training.Path;
        if (training.State == TrainingState.AwaitingApproval)
            training.ApprovalPath = OrganizationPath.Parent(home) ?? "";
    }
}
