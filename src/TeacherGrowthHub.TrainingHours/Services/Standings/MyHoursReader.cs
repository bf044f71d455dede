using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Services.Balances;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.TrainingHours.Services.Standings;

/// <summary>Reads a teacher's own year. Nothing is ever written here, whatever is supposed.</summary>
public sealed class MyHoursReader(
    HubDbContext database,
    StandingReader standings,
    HourYears begun,
    StandingSentences sentences,
    YearTimeline timeline,
    OpenTrainings trainings
)
{
    /// <summary>The whole page.</summary>
    /// <param name="schoolYear">The year; null takes the present one.</param>
    /// <param name="supposed">Duties to suppose instead of those held; null supposes nothing.</param>
    /// <returns>Null for an unknown teacher, or a year without calendar or rules.</returns>
    public async Task<MyHours?> OfAsync(
        string teacherId,
        int? schoolYear,
        IReadOnlyCollection<DutyKind>? supposed = null,
        CancellationToken cancellationToken = default
    )
    {
        var (claims, own) = await ReadAsync(teacherId, schoolYear, cancellationToken);
        if (own is null)
            return null;
        var waiting = LinesOf(claims);
        var (standing, facts) = (own.Standing, own.Standing.Facts);
        var after = Prospect.With(own.Rules, standing.Year, facts, waiting);
        return own with
        {
            Timeline = await timeline.OfAsync(standing, claims, cancellationToken),
            Trainings = await trainings.OfAsync(standing, waiting, cancellationToken),
            MissingAfterWaiting = after.Headline?.Missing ?? Hours.Zero,
            Supposed = supposed is null ? null : Rings(standing, Prospect.Holding(standing.Year, facts, supposed), waiting),
        };
    }

    /// <summary>The rings alone, for a small place.</summary>
    public async Task<MyHours?> RingsAsync(string teacherId, CancellationToken cancellationToken = default) =>
        (await ReadAsync(teacherId, null, cancellationToken)).Hours;

    private async Task<(IReadOnlyList<Claim> Claims, MyHours? Hours)> ReadAsync(
        string teacherId,
        int? schoolYear,
        CancellationToken cancellationToken
    )
    {
        var years = await begun.BegunAsync(cancellationToken);
        var year = years.FirstOrDefault(year => schoolYear is null || year.Id == schoolYear);
        if (year is null || await standings.OfAsync(teacherId, year.Id, cancellationToken) is not { } standing)
            return ([], null);
        var claims = await database
            .Set<Claim>()
            .AsNoTracking()
            .Where(claim => claim.TeacherId == teacherId && claim.SchoolYear == year.Id)
            .ToListAsync(cancellationToken);
        return (claims, new MyHours(standing, years, Rings(standing, standing.Facts, LinesOf(claims))));
    }

    private IReadOnlyList<DutyRing> Rings(TeacherStanding standing, TeacherFacts facts, IReadOnlyList<LedgerEntry> waiting)
    {
        var (rules, year) = (standing.Rules.Rules, standing.Year);
        var after = Prospect.With(rules, year, facts, waiting);
        return
        [
            .. Reckoning
                .Reckon(rules, year, facts)
                .Duties.Select(duty => new DutyRing(duty, after.Of(duty.Quota.Duty)!.Counted - duty.Counted, sentences.Of(duty, rules))),
        ];
    }

    private static IReadOnlyList<LedgerEntry> LinesOf(IReadOnlyList<Claim> claims) =>
        [.. claims.Where(claim => claim.State == ClaimState.Waiting).Select(Prospect.LineOf)];
}
