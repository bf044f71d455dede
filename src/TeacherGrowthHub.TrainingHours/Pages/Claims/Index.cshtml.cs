using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Services.Claims;

namespace TeacherGrowthHub.TrainingHours.Pages.Claims;

/// <summary>A teacher's own claims, what needs a hand first.</summary>
[RequirePermission(HoursPermissions.Claim)]
public sealed class IndexModel(ClaimLoader claims) : HubPageModel
{
    private static readonly ClaimState[] ByNeed =
    [
        ClaimState.Returned,
        ClaimState.Draft,
        ClaimState.Waiting,
        ClaimState.Refused,
        ClaimState.Certified,
        ClaimState.Withdrawn,
    ];

    public IReadOnlyList<IGrouping<ClaimState, Claim>> Claims { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var own = await claims.AllOwnAsync(await WhoAsync(), HttpContext.RequestAborted);
        Claims = [.. own.GroupBy(claim => claim.State).OrderBy(group => Array.IndexOf(ByNeed, group.Key))];
    }
}
