using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Imports;
using TeacherGrowthHub.TrainingHours.Services.Claims;

namespace TeacherGrowthHub.TrainingHours.Services.Integration;

/// <summary>Why one item of a submission is refused.</summary>
internal sealed record RefusedItem(int Index, RefusedException Refusal);

/// <summary>
/// Hours that another system hands in: claims that wait where hours of their kind are certified. No system certifies; any officer of the
/// scope may, since none of them typed it in. All of a submission or nothing.
/// </summary>
internal sealed class SubmittedHours(
    HubDbContext database,
    HoursImportData data,
    OutsideHours outside,
    ClaimSaving saving,
    TimeProvider clock
)
{
    /// <summary>Most items of one submission.</summary>
    public const int MostItems = 500;

    /// <summary>Adds the claims in the caller's transaction; with refusals none is added.</summary>
    public async Task<(IReadOnlyList<Claim> Claims, IReadOnlyList<RefusedItem> Refused)> AddAsync(
        IReadOnlyList<OutsideHour> hours,
        HubUser user,
        CancellationToken cancellationToken
    )
    {
        await data.BeginAsync(cancellationToken);
        await data.LoadAsync(
            [.. hours.Select(hour => hour.Number).Distinct()],
            [.. hours.SelectMany(hour => new[] { hour.From, hour.LastDay }).Distinct()],
            cancellationToken
        );
        var (claims, refused, seen) = (new List<Claim>(hours.Count), new List<RefusedItem>(), new HashSet<(string, string)>());
        foreach (var (index, hour) in hours.Index())
        {
            try
            {
                claims.Add(ClaimOf(hour, user, seen));
            }
            catch (RefusedException refusal)
            {
                refused.Add(new RefusedItem(index, refusal));
            }
        }
        if (refused.Count == 0)
            await StoreAsync(claims, user, cancellationToken);
        return (claims, refused);
    }

    private Claim ClaimOf(OutsideHour hour, HubUser user, HashSet<(string, string)> seen)
    {
        var (teacher, path) = outside.TeacherOf(hour, user, HoursPermissions.SubmitHours);
        var claim = Claim.Begin(HubId.New(clock), teacher.TeacherId, path, saving.Now);
        outside.Fill(claim, hour);
        var known = data.Known.Same(teacher.TeacherId, ActivityKeys.OfActivity(claim.Title, claim.From, claim.To));
        if (known is not null)
            throw Twice(known.Certified is null ? ClaimState.Waiting : ClaimState.Certified, known.Title);
        if (!seen.Add((claim.TeacherId, claim.ActivityKey)))
            throw Twice(ClaimState.Waiting, claim.Title);
        return claim;
    }

    private async Task StoreAsync(List<Claim> claims, HubUser user, CancellationToken cancellationToken)
    {
        database.AddRange(claims);
        foreach (var claim in claims)
        {
            claim.WaitAt(claim.Level, saving.Now);
            saving.Note(claim, ClaimAct.Submitted, user, claim.LateReason, byOfficer: false);
        }
        await database.SaveChangesAsync(cancellationToken);
    }

    private static RefusedException Twice(ClaimState state, string title) =>
        new("“{0}”已经申报过（{1}），同一活动只登记一次", title, state.Label())
        {
            Field = nameof(ClaimForm.Title),
            Kind = RefusalKind.Conflict,
        };
}
