using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.ResourceBank.Services;

namespace TeacherGrowthHub.ResourceBank.Sections;

/// <summary>On <c>/admin</c>: the sample library goes away with one action.</summary>
public sealed class SamplesSection(SampleLibrary samples) : IAdminSection
{
    public int Order => 50;

    public async Task<SectionView?> BuildAsync(HubUser user, CancellationToken cancellationToken)
    {
        var count = user.Can(ResourcePermissions.ManageSamples) ? await samples.CountAsync(cancellationToken) : 0;
        return count == 0 ? null : new SectionView("_SamplesSection", count);
    }
}
