using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Rules;

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
public sealed class ClaimQueue(HubDbContext database, ClaimFindings findings, TeacherHistories histories, TimeProvider clock)
{
    /// <summary>Rows of a page; also what can be selected and certified at once from one.</summary>
    public const int PageSize = 50;

    /// <summary>The most claims that are looked through where findings decide.</summary>
    private const int MostLookedThrough = 2000;
    private const int OldDays = 2;

    public async Task<ClaimPage> PageAsync(ClaimFilter filter, int page, HubUser user, CancellationToken cancellationToken = default)
    {
        var matching = Matching(filter, user);
        var ids =
            filter.AsksForFindings || filter.SamplePercent is not null ? await ChosenAsync(matching, filter, cancellationToken) : null;
        var total = ids?.Count ?? await matching.CountAsync(cancellationToken);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var skip = (page - 1) * PageSize;
        var claims = ids is null
            ? await Ordered(matching).Skip(skip).Take(PageSize).ToListAsync(cancellationToken)
            : await ByIdAsync([.. ids.Skip(skip).Take(PageSize)], cancellationToken);
        var here = Waiting(user, withLower: false);
        var old = Now.AddDays(-OldDays);
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
        Ordered(Waiting(user, withLower: false))
            .Where(other =>
                other.Id != claim.Id
                && (
                    other.SubmittedAt > claim.SubmittedAt
                    || (other.SubmittedAt == claim.SubmittedAt && string.Compare(other.Id, claim.Id) > 0)
                )
            )
            .Select(other => other.Id)
            .FirstOrDefaultAsync(cancellationToken);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private IQueryable<Claim> Matching(ClaimFilter filter, HubUser user)
    {
        var claims =
            filter.State == ClaimState.Waiting
                ? Waiting(user, filter.WithLower)
                : database
                    .Set<Claim>()
                    .AsNoTracking()
                    .Where(claim => claim.State == filter.State)
                    .Within(claim => claim.Path, Scopes(user));
        if (filter.Kind is { } kind)
            claims = claims.Where(claim => claim.Kind == kind);
        if (filter.Duty is { } duty)
            claims = claims.Where(claim =>
                database
                    .Set<DutyBalance>()
                    .Any(row => row.TeacherId == claim.TeacherId && row.SchoolYear == claim.SchoolYear && row.Duty == duty)
            );
        if (filter.Path is { } path)
            claims = claims.Within(claim => claim.Path, [path]);
        if (filter.WaitingDays is { } days)
        {
            var before = Now.AddDays(-days);
            claims = claims.Where(claim => claim.SubmittedAt < before);
        }
        return claims;
    }

    // Whoever certifies acts for every level below; a school that only checks sees its own step.
    private IQueryable<Claim> Waiting(HubUser user, bool withLower)
    {
        var claims = database.Set<Claim>().AsNoTracking().Where(claim => claim.State == ClaimState.Waiting);
        var certify = user.Scopes(HoursPermissions.Certify);
        var check = user.Scopes(HoursPermissions.Check);
        if (withLower)
            return claims.Within(claim => claim.WaitingPath, Scopes(user));
        return claims.Where(claim =>
            (certify.Contains(claim.WaitingPath) && claim.Level != ClaimLevel.School)
            || (check.Contains(claim.WaitingPath) && claim.Level == ClaimLevel.School)
        );
    }

    private static IReadOnlyCollection<string> Scopes(HubUser user) =>
        [.. user.Scopes(HoursPermissions.Certify).Union(user.Scopes(HoursPermissions.Check))];

    private async Task<IReadOnlyList<string>> ChosenAsync(
        IQueryable<Claim> matching,
        ClaimFilter filter,
        CancellationToken cancellationToken
    )
    {
        var claims = await Ordered(matching).Take(MostLookedThrough).ToListAsync(cancellationToken);
        if (filter.AsksForFindings)
        {
            var found = await findings.OfAsync(claims, cancellationToken);
            claims.RemoveAll(claim =>
                filter.Clean
                    ? found[claim.Id].Any(finding => finding.Kind.NeedsALook())
                    : found[claim.Id].All(finding => finding.Kind != filter.Finding)
            );
        }
        return filter.SamplePercent is { } percent ? Sample(claims, percent, filter.Seed) : [.. claims.Select(claim => claim.Id)];
    }

    /// <summary>At least one; drawn by a hash of seed and id, so that a page turned or opened again shows the same ones.</summary>
    private static List<string> Sample(List<Claim> claims, int percent, int seed) =>
        [
            .. claims
                .Select(claim => claim.Id)
                .OrderBy(id => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{id}"))), StringComparer.Ordinal)
                .Take((int)Math.Ceiling(claims.Count * percent / 100.0)),
        ];

    private async Task<List<Claim>> ByIdAsync(List<string> ids, CancellationToken cancellationToken)
    {
        var claims = await database.Set<Claim>().AsNoTracking().Where(claim => ids.Contains(claim.Id)).ToListAsync(cancellationToken);
        return [.. claims.OrderBy(claim => ids.IndexOf(claim.Id))];
    }

    private static IOrderedQueryable<Claim> Ordered(IQueryable<Claim> claims) =>
        claims.OrderBy(claim => claim.SubmittedAt).ThenBy(claim => claim.Id);
}
