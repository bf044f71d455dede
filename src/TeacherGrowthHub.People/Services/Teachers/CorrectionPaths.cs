using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Teachers;

/// <summary>Requests for correction follow the school that was asked.</summary>
public sealed class CorrectionPaths(HubDbContext database) : IPathHolder
{
    public string Label => "更正申请";

    public Task<int> CountAsync(PathChange change, CancellationToken cancellationToken) => Of(change).CountAsync(cancellationToken);

    public Task RepathAsync(PathChange change, CancellationToken cancellationToken)
    {
        var (to, tail) = (change.To, change.From.Length);
        return Of(change)
            .ExecuteUpdateAsync(
                update => update.SetProperty(request => request.OrganizationPath, request => to + request.OrganizationPath.Substring(tail)),
                cancellationToken
            );
    }

    private IQueryable<CorrectionRequest> Of(PathChange change) =>
        change.Of(database.Set<CorrectionRequest>(), request => request.OrganizationPath);
}
