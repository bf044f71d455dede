using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Services;

namespace TeacherGrowthHub.ResourceBank.Sections;

/// <summary>Areas and cross-topics as doors into the bank.</summary>
public sealed class TopicSection(Taxonomies taxonomies) : IHomeSection
{
    private const int CrossTopics = 3;

    public int Order => 30;

    public async Task<SectionView?> BuildAsync(HubUser user, CancellationToken cancellationToken)
    {
        var terms = await taxonomies.GetAsync(cancellationToken);
        TaxonomyTerm[] shown = [.. terms[TaxonomyNames.Areas], .. terms[TaxonomyNames.Topics].Take(CrossTopics)];
        return shown.Length == 0 ? null : new SectionView("_TopicSection", shown);
    }
}
