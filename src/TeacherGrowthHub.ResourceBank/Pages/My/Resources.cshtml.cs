using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Services;

namespace TeacherGrowthHub.ResourceBank.Pages.My;

/// <summary>One's own works by state, and the favourites.</summary>
[RequireSignedIn]
public sealed class ResourcesModel(ResourceReader reader, Readers readers) : HubPageModel
{
    /// <summary>A heading and the works below it.</summary>
    public sealed record Group(string Label, string Tone, IReadOnlyList<OwnWork> Works);

    public IReadOnlyList<Group> Groups { get; private set; } = [];
    public IReadOnlyList<WorkCard> Favourites { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var accountId = (await WhoAsync()).AccountId!;
        var own = await reader.OwnAsync(accountId, HttpContext.RequestAborted);
        Group Of(string label, string tone, Func<OwnWork, bool> belongs) => new(label, tone, [.. own.Where(belongs)]);
        Groups =
        [
            .. new[]
            {
                Of("已退回，请修改", "is-bad", work => work.Working == VersionState.Returned),
                Of("草稿", "is-mute", work => work.Working == VersionState.Draft),
                Of("审核中", "is-warn", work => work.Working == VersionState.Submitted),
                Of("已发布", "is-ok", work => work.Working is null && work.Visibility == WorkVisibility.Published),
                Of(
                    "已撤回或下架",
                    "is-mute",
                    work => work.Working is null && work.Visibility is WorkVisibility.Withdrawn or WorkVisibility.TakenDown
                ),
            }.Where(group => group.Works.Count > 0),
        ];
        Favourites = await reader.CardsAsync(
            await readers.FavouritesAsync(accountId, HttpContext.RequestAborted),
            HttpContext.RequestAborted
        );
    }
}
