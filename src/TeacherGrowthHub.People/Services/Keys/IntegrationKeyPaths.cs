using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Keys;

/// <summary>Keys follow the organisation they work for.</summary>
public sealed class IntegrationKeyPaths(HubDbContext database) : IPathHolder
{
    public string Label => "接口密钥";

    public Task<int> CountAsync(PathChange change, CancellationToken cancellationToken) => Of(change).CountAsync(cancellationToken);

    public Task RepathAsync(PathChange change, CancellationToken cancellationToken)
    {
        var (to, tail) = (change.To, change.From.Length);
        return Of(change)
            .ExecuteUpdateAsync(update => update.SetProperty(key => key.Path, key => to + key.Path.Substring(tail)), cancellationToken);
    }

    private IQueryable<IntegrationKey> Of(PathChange change) => change.Of(database.Set<IntegrationKey>(), key => key.Path);
}
