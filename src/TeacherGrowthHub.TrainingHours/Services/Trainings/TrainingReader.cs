using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>A training in a list, with the number of those who have a place.</summary>
public sealed record TrainingRow(Training Training, int Taken)
{
    /// <summary>Places left; null without a limit.</summary>
    public int? Left => Training.Capacity is { } places ? Math.Max(0, places - Taken) : null;
}

/// <summary>Lists of trainings.</summary>
public sealed class TrainingReader(HubDbContext database, TimeProvider clock)
{
    /// <summary>Trainings on one page of the calendar.</summary>
    public const int PageSize = 30;

    /// <summary>The calendar: what is announced and comes, or what is over.</summary>
    /// <returns>A page, and whether another one follows.</returns>
    public async Task<(IReadOnlyList<TrainingRow> Rows, bool HasMore)> CalendarAsync(
        TrainingFilter filter,
        CancellationToken cancellationToken = default
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var rows = Trainings().Where(training => training.State == TrainingState.Open || training.State == TrainingState.Closed);
        if (filter.Kind is { } kind)
            rows = rows.Where(training => training.Kind == kind);
        if (filter.Duty is { } duty)
            rows = rows.Where(training => training.Duties.Count == 0 || training.Duties.Contains(duty));
        if (filter.County is { } county)
            rows = rows.Within(training => training.Path, [county]);
        rows = filter.IsPast
            ? rows.Where(training => training.End < now).OrderByDescending(training => training.Start).ThenBy(training => training.Id)
            : rows.Where(training => training.End >= now).OrderBy(training => training.Start).ThenBy(training => training.Id);
        var page = await rows.Skip((filter.Page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellationToken);
        return (await WithCountsAsync([.. page.Take(PageSize)], cancellationToken), page.Count > PageSize);
    }

    /// <summary>Trainings of the person's scope, the last first.</summary>
    /// <param name="organization">Path of an organisation whose trainings are shown alone, with those below it.</param>
    public async Task<(IReadOnlyList<TrainingRow> Rows, bool HasMore)> ManagedAsync(
        TrainingState? state,
        string? organization,
        int page,
        HubUser user,
        CancellationToken cancellationToken = default
    )
    {
        var rows = await Trainings()
            .Within(training => training.Path, user.Scopes(HoursPermissions.Plan))
            .Within(training => training.Path, [organization ?? ""])
            .Where(training => state == null || training.State == state)
            .OrderByDescending(training => training.Start)
            .ThenBy(training => training.Id)
            .Skip((page - 1) * PageSize)
            .Take(PageSize + 1)
            .ToListAsync(cancellationToken);
        return (await WithCountsAsync([.. rows.Take(PageSize)], cancellationToken), rows.Count > PageSize);
    }

    /// <summary>How many trainings of the person's scope stand where.</summary>
    public Task<Dictionary<TrainingState, int>> CountsAsync(HubUser user, CancellationToken cancellationToken = default) =>
        database
            .Set<Training>()
            .Within(training => training.Path, user.Scopes(HoursPermissions.Plan))
            .GroupBy(training => training.State)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);

    /// <summary>What a teacher has signed up for, the next first and what is over at the end.</summary>
    public async Task<IReadOnlyList<(Training Training, Enrolment Enrolment)>> OfTeacherAsync(
        string teacherId,
        CancellationToken cancellationToken = default
    )
    {
        var enrolments = await database
            .Set<Enrolment>()
            .AsNoTracking()
            .Where(row => row.TeacherId == teacherId && row.State != EnrolmentState.Cancelled)
            .ToDictionaryAsync(row => row.TrainingId, cancellationToken);
        var ids = enrolments.Keys.ToList();
        var now = clock.GetUtcNow().UtcDateTime;
        var found = await Trainings().Where(training => ids.Contains(training.Id)).ToListAsync(cancellationToken);
        return
        [
            .. found
                .OrderBy(training => training.End < now)
                .ThenBy(training => training.End < now ? -training.Start.Ticks : training.Start.Ticks)
                .Select(training => (training, enrolments[training.Id])),
        ];
    }

    /// <summary>Places taken by county (path of two codes), and how many wait.</summary>
    public async Task<(IReadOnlyDictionary<string, int> ByCounty, int Waiting)> EnrolledAsync(
        string id,
        CancellationToken cancellationToken = default
    )
    {
        var rows = await database
            .Set<Enrolment>()
            .Where(row => row.TrainingId == id && row.State != EnrolmentState.Cancelled)
            .Select(row => new { row.Path, row.State })
            .ToListAsync(cancellationToken);
        var taken = rows.Where(row => row.State == EnrolmentState.Enrolled).ToList();
        return (
            taken.GroupBy(row => OrganizationPath.Prefix(row.Path, 2)).ToDictionary(group => group.Key, group => group.Count()),
            rows.Count - taken.Count
        );
    }

    private IQueryable<Training> Trainings() => database.Set<Training>().AsNoTracking().Include(training => training.Sessions);

    private async Task<IReadOnlyList<TrainingRow>> WithCountsAsync(IReadOnlyList<Training> trainings, CancellationToken cancellationToken)
    {
        var ids = trainings.Select(training => training.Id).ToList();
        var taken = await database
            .Set<Enrolment>()
            .Where(row => ids.Contains(row.TrainingId) && row.State == EnrolmentState.Enrolled)
            .GroupBy(row => row.TrainingId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return [.. trainings.Select(training => new TrainingRow(training, taken.GetValueOrDefault(training.Id)))];
    }
}
