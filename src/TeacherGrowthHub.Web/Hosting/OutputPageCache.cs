using Microsoft.AspNetCore.OutputCaching;
using TeacherGrowthHub.Kernel.Shell;

namespace TeacherGrowthHub.Web.Hosting;

/// <summary>Empties the output cache of guests' pages on this node.</summary>
public sealed class OutputPageCache(IOutputCacheStore store) : IPageCache
{
    public ValueTask ClearAsync(CancellationToken cancellationToken = default) =>
        store.EvictByTagAsync(AnonymousPageCache.Tag, cancellationToken);
}
