using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Claims;

namespace TeacherGrowthHub.TrainingHours.Services.Claims;

/// <summary>A claim as the queue shows it.</summary>
public sealed record ClaimRow(Claim Claim, TeacherHistory? Teacher, IReadOnlyList<ClaimFinding> Findings)
{
    /// <summary>The weightiest thing to look at; null when there is nothing.</summary>
    public ClaimFinding? Look => Findings.FirstOrDefault(finding => finding.Kind.NeedsALook());
}

/// <summary>A page of the queue.</summary>
/// <param name="Total">Claims that match.</param>
/// <param name="Old">Of all that wait here, those waiting longer than two days.</param>
/// <param name="IsSample">Whether only a sample is shown.</param>
public sealed record ClaimPage(IReadOnlyList<ClaimRow> Rows, int Total, int Waiting, int Old, int Page, int Pages, bool IsSample);

/// <summary>The officers' queue: what waits at their level, oldest first.</summary>
public sealed class ClaimQueue(
    HubDbContext database,
    ClaimMatches matches,
    ClaimFindings findings,
    TeacherHistories histories,
    TimeProvider clock
)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 50;

    private const int OldDays = 2;

    public async Task<ClaimPage> PageAsync(ClaimFilter filter, int page, HubUser user, CancellationToken cancellationToken = default)
    {
        var matching = matches.ByColumns(filter, user);
        var ids = filter.IsByColumns ? null : await matches.ChosenAsync(filter, user, cancellationToken);
        var total = ids?.Count ?? await matching.CountAsync(cancellationToken);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var skip = (page - 1) * PageSize;
        var claims = ids is null
            ? await ClaimMatches.Ordered(matching).Skip(skip).Take(PageSize).ToListAsync(cancellationToken)
            : await ByIdAsync([.. ids.Skip(skip).Take(PageSize)], cancellationToken);
        var here = matches.Waiting(user, withLower: false);
        var old = clock.GetUtcNow().UtcDateTime.AddDays(-OldDays);
        return new ClaimPage(
            await RowsAsync(claims, cancellationToken),
            total,
            await here.CountAsync(cancellationToken),
            await here.CountAsync(claim => claim.SubmittedAt < old, cancellationToken),
            page,
            pages,
            filter.SamplePercent is not null
        );
    }

    /// <summary>Claims with teachers and findings.</summary>
    public async Task<IReadOnlyList<ClaimRow>> RowsAsync(IReadOnlyList<Claim> claims, CancellationToken cancellationToken = default)
    {
        var found = await findings.OfAsync(claims, cancellationToken);
        var people = await histories.OfAsync([.. claims.Select(claim => claim.TeacherId).Distinct()], cancellationToken);
        return [.. claims.Select(claim => new ClaimRow(claim, people.GetValueOrDefault(claim.TeacherId), [.. found[claim.Id]]))];
    }

    /// <summary>What follows a claim in the queue: the next of those that wait here.</summary>
    public Task<string?> NextAsync(Claim claim, HubUser user, CancellationToken cancellationToken = default) =>
        ClaimMatches
            .Ordered(matches.Waiting(user, withLower: false))
            .Where(other =>
                other.Id != claim.Id
                && (
                    other.SubmittedAt > claim.SubmittedAt
                    || (other.SubmittedAt == claim.SubmittedAt && string.Compare(other.Id, claim.Id) > 0)
                )
            )
            .Select(other => other.Id)
            .FirstOrDefaultAsync(cancellationToken);

    private async Task<List<Claim>> ByIdAsync(List<string> ids, CancellationToken cancellationToken)
    {
        var claims = await database.Set<Claim>().AsNoTracking().Where(claim => ids.Contains(claim.Id)).ToListAsync(cancellationToken);
        return [.. claims.OrderBy(claim => ids.IndexOf(claim.Id))];
    }
}
