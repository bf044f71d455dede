using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Services;

namespace TeacherGrowthHub.ResourceBank.Sections;

/// <summary>On <c>/my</c>: what waits for the person as an author and as a reviewer.</summary>
public sealed class MyWorksSection(ResourceReader reader, ResourceReviews reviews) : IMySection
{
    /// <summary>Counts of what waits.</summary>
    public sealed record Summary(bool IsAuthor, int Returned, int Drafts, int Submitted, int Published, bool IsReviewer, int Queue);

    public int Order => 20;

    public async Task<SectionView?> BuildAsync(HubUser user, CancellationToken cancellationToken)
    {
        var own = await reader.OwnAsync(user.AccountId!, cancellationToken);
        int Count(VersionState state) => own.Count(work => work.Working == state);
        var isReviewer = user.Can(ResourcePermissions.Review);
        var queue = isReviewer ? (await reviews.QueueAsync(user, cancellationToken: cancellationToken)).Count : 0;
        return new SectionView(
            "_MyWorksSection",
            new Summary(
                user.Can(ResourcePermissions.Author),
                Count(VersionState.Returned),
                Count(VersionState.Draft),
                Count(VersionState.Submitted),
                own.Count(work => work.Visibility == WorkVisibility.Published),
                isReviewer,
                queue
            )
        );
    }
}
