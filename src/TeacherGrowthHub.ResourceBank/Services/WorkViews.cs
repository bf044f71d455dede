using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Services;

/// <summary>Gathers what is needed to show a version.</summary>
public sealed class WorkViews(ResourceReader reader, Taxonomies taxonomies)
{
    public async Task<WorkView> OfAsync(Work work, WorkVersion version, CancellationToken cancellationToken = default) =>
        new(work, version, await taxonomies.GetAsync(cancellationToken), await reader.FileTextsAsync(version, cancellationToken));
}
