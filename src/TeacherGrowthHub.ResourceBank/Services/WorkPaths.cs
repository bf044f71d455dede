using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Changes;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Services;

/// <summary>
/// Works follow their school: who reviews them and the county they are found under go by the path. The school's name on a work stays, it
/// is the school of the time of writing.
/// </summary>
public sealed class WorkPaths(HubDbContext database, ChangeLog changes) : IPathHolder
{
    public string Label => "资源";

    public Task<int> CountAsync(PathChange change, CancellationToken cancellationToken) => Of(change).CountAsync(cancellationToken);

    public async Task RepathAsync(PathChange change, CancellationToken cancellationToken)
    {
        var published = await Of(change)
            .Where(work => work.Visibility == WorkVisibility.Published)
            .Select(work => work.Id)
            .ToListAsync(cancellationToken);
        var (to, tail) = (change.To, change.From.Length);
        await Of(change)
            .ExecuteUpdateAsync(
                update => update.SetProperty(work => work.OrganizationPath, work => to + work.OrganizationPath.Substring(tail)),
                cancellationToken
            );
        foreach (var id in published)
            changes.Append(WorkChange.Kind, id);
    }

    private IQueryable<Work> Of(PathChange change) => change.Of(database.Set<Work>(), work => work.OrganizationPath);
}
