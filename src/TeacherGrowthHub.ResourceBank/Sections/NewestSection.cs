using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.ResourceBank.Services;

namespace TeacherGrowthHub.ResourceBank.Sections;

/// <summary>What came into the bank last.</summary>
public sealed class NewestSection(Catalogue catalogue) : IHomeSection
{
    private const int Shown = 8;

    public int Order => 40;

    public async Task<SectionView?> BuildAsync(HubUser user, CancellationToken cancellationToken)
    {
        var (_, cards) = await catalogue.NewestAsync(Shown, page: 1, user.IsSignedIn, cancellationToken);
        return cards.Count == 0 ? null : new SectionView("_NewestSection", cards);
    }
}
