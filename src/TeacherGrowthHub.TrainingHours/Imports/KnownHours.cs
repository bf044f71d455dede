using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;

namespace TeacherGrowthHub.TrainingHours.Imports;

/// <summary>What some teachers have already: certified, or waiting to be. Activities are found by title and days, whatever they came from.</summary>
internal sealed class KnownHours
{
    // Long courses overlap with everything.
    private const int ShortActivityDays = 7;

    private readonly ILookup<string, KnownActivity> _byTeacher;

    private KnownHours(ILookup<string, KnownActivity> byTeacher) => _byTeacher = byTeacher;

    public static async Task<KnownHours> LoadAsync(
        HubDbContext database,
        IReadOnlyCollection<string> teacherIds,
        IReadOnlyCollection<int> schoolYears,
        CancellationToken cancellationToken
    )
    {
        var lines = await database
            .Set<LedgerEntry>()
            .Where(line => EF.Parameter(teacherIds).Contains(line.TeacherId) && schoolYears.Contains(line.SchoolYear))
            .Select(line => new
            {
                line.TeacherId,
                line.ActivityKey,
                line.Title,
                line.From,
                line.To,
                line.CountedHundredths,
            })
            .ToListAsync(cancellationToken);
        var certified = lines
            .GroupBy(line => (line.TeacherId, line.ActivityKey))
            .Select(group => (group.Key.TeacherId, Line: group.Last(), Counted: group.Sum(line => line.CountedHundredths)))
            .Where(activity => activity.Counted > 0)
            .Select(activity => new KnownActivity(
                activity.TeacherId,
                activity.Line.Title,
                activity.Line.From,
                activity.Line.To,
                new Hours(activity.Counted)
            ));
        var waiting = await database
            .Set<Claim>()
            .Where(claim => EF.Parameter(teacherIds).Contains(claim.TeacherId) && schoolYears.Contains(claim.SchoolYear))
            .Where(claim => claim.State == ClaimState.Waiting)
            .Select(claim => new KnownActivity(claim.TeacherId, claim.Title, claim.From, claim.To, null))
            .ToListAsync(cancellationToken);
        return new KnownHours(certified.Concat(waiting).ToLookup(activity => activity.TeacherId));
    }

    /// <summary>The same activity of the teacher; null when there is none.</summary>
    public KnownActivity? Same(string teacherId, string activityKey) =>
        _byTeacher[teacherId].FirstOrDefault(known => ActivityKeys.OfActivity(known.Title, known.From, known.To) == activityKey);

    /// <summary>Another short activity of the teacher on the same days; null when there is none.</summary>
    public KnownActivity? Beside(string teacherId, DateOnly from, DateOnly to) =>
        IsShort(from, to)
            ? _byTeacher[teacherId].FirstOrDefault(known => known.From <= to && from <= known.To && IsShort(known.From, known.To))
            : null;

    private static bool IsShort(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber < ShortActivityDays;
}

/// <summary>An activity that is known already.</summary>
/// <param name="Certified">Null while it waits.</param>
internal sealed record KnownActivity(string TeacherId, string Title, DateOnly From, DateOnly To, Hours? Certified);
