using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Rules;

namespace TeacherGrowthHub.TrainingHours.Services.Claims;

/// <summary>Which claims an officer's filter finds, oldest first.</summary>
public sealed class ClaimMatches(HubDbContext database, ClaimFindings findings, TimeProvider clock)
{
    /// <summary>The most claims that are looked through where findings decide.</summary>
    private const int MostLookedThrough = 2000;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Claims by the columns of the table alone.</summary>
    public IQueryable<Claim> ByColumns(ClaimFilter filter, HubUser user)
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

    /// <summary>Whoever certifies acts for every level below; a school that only checks sees its own step.</summary>
    public IQueryable<Claim> Waiting(HubUser user, bool withLower)
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

    /// <summary>The first ids of everything that matches, findings and sample included.</summary>
    public async Task<IReadOnlyList<string>> IdsAsync(
        ClaimFilter filter,
        HubUser user,
        int count,
        CancellationToken cancellationToken = default
    ) =>
        filter.IsByColumns
            ? await Ordered(ByColumns(filter, user)).Take(count).Select(claim => claim.Id).ToListAsync(cancellationToken)
            : [.. (await ChosenAsync(filter, user, cancellationToken)).Take(count)];

    /// <summary>The ids where findings or a sample decide.</summary>
    public async Task<IReadOnlyList<string>> ChosenAsync(ClaimFilter filter, HubUser user, CancellationToken cancellationToken)
    {
        var claims = await Ordered(ByColumns(filter, user)).Take(MostLookedThrough).ToListAsync(cancellationToken);
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

    /// <summary>Oldest first.</summary>
    public static IOrderedQueryable<Claim> Ordered(IQueryable<Claim> claims) =>
        claims.OrderBy(claim => claim.SubmittedAt).ThenBy(claim => claim.Id);

    // At least one; drawn by a hash of seed and id, so that a page turned or opened again shows the same ones.
    private static List<string> Sample(List<Claim> claims, int percent, int seed) =>
        [
            .. claims
                .Select(claim => claim.Id)
                .OrderBy(id => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{id}"))), StringComparer.Ordinal)
                .Take((int)Math.Ceiling(claims.Count * percent / 100.0)),
        ];

    private static IReadOnlyCollection<string> Scopes(HubUser user) =>
        [.. user.Scopes(HoursPermissions.Certify).Union(user.Scopes(HoursPermissions.Check))];
}
