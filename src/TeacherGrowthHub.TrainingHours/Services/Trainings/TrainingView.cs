using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.ResourceBank.Services;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>A training as its public page shows it.</summary>
/// <param name="Organizer">Name of the running organisation.</param>
/// <param name="ByCounty">Places taken by name of the county, most first.</param>
/// <param name="Counting">Duties whose quota its hours count for.</param>
/// <param name="Own">The reader's own enrolment, if there is one.</param>
/// <param name="Attendances">The reader's own.</param>
/// <param name="Objection">Source text why the reader may not come; null when nothing speaks against it.</param>
public sealed record TrainingView(
    Training Training,
    string KindLabel,
    string Organizer,
    IReadOnlyList<string> Audience,
    int Taken,
    int Waiting,
    IReadOnlyList<(string County, int Count)> ByCounty,
    IReadOnlyList<DutyKind> Counting,
    int MinimumPercent,
    TrainingSettings Settings,
    IReadOnlyList<WorkCard> Materials,
    Enrolment? Own,
    IReadOnlyList<Attendance> Attendances,
    string? Objection,
    IReadOnlyList<TimeConflict> Conflicts
)
{
    public int? Left => Training.Capacity is { } places ? Math.Max(0, places - Taken) : null;
}

/// <summary>Puts the public page of a training together.</summary>
public sealed class TrainingViews(
    HubDbContext database,
    TrainingLoader trainings,
    TrainingReader reader,
    SignUps signUps,
    PeopleDirectory people,
    ResourceReader works,
    SchoolCalendar calendar,
    RuleBook rules,
    SiteSettings settings
)
{
    public async Task<TrainingView> OfAsync(string id, HubUser user, CancellationToken cancellationToken = default)
    {
        var training = await trainings.PublicAsync(id, cancellationToken);
        var names = (await people.OrganizationsAsync(cancellationToken)).ToDictionary(o => o.Path, o => o.Name);
        var (byCounty, waiting) = await reader.EnrolledAsync(id, cancellationToken);
        var rule = await RulesAsync(training, cancellationToken);
        var own = await OwnAsync(id, user, cancellationToken);
        var asks = user.TeacherId is not null && own is null or { State: EnrolmentState.Cancelled };
        var sessions = training.Sessions.Select(session => session.Id).ToList();
        return new TrainingView(
            training,
            rule.LabelOf(training.Kind),
            names.GetValueOrDefault(training.Path, ""),
            [.. training.Scopes().Select(path => TrainingWords.AreaOf(names.GetValueOrDefault(path, path)))],
            byCounty.Values.Sum(),
            waiting,
            [
                .. byCounty
                    .OrderByDescending(row => row.Value)
                    .Select(row => (TrainingWords.AreaOf(names.GetValueOrDefault(row.Key, row.Key)), row.Value)),
            ],
            Counting(training, rule),
            rule.MinimumAttendancePercent,
            await settings.GetAsync<TrainingSettings>(cancellationToken),
            await works.CardsAsync(training.Materials, cancellationToken),
            own,
            user.TeacherId is null || own is null
                ? []
                : await database
                    .Set<Attendance>()
                    .AsNoTracking()
                    .Where(row => sessions.Contains(row.SessionId) && row.TeacherId == user.TeacherId)
                    .ToListAsync(cancellationToken),
            asks && user.TeacherId is { } teacherId ? await ObjectionAsync(training, teacherId, cancellationToken) : null,
            asks && user.TeacherId is { } who ? await signUps.ConflictsAsync(training, who, cancellationToken) : []
        );
    }

    // The quotas say which hours count (domain 0.5).
    private static List<DutyKind> Counting(Training training, RuleSet rule) =>
        [
            .. rule
                .Quotas.Where(quota =>
                    quota.Counts switch
                    {
                        CountFilter.MentalHealth => training.IsMentalHealth,
                        CountFilter.PreService => training.IsPreService,
                        _ => true,
                    }
                )
                .SelectMany(quota => quota.Duties),
        ];

    private async Task<RuleSet> RulesAsync(Training training, CancellationToken cancellationToken)
    {
        var year = await calendar.YearOfAsync(SchoolCalendar.DayOf(training.End), cancellationToken);
        return (await rules.OfAsync(year?.Id ?? calendar.Today.Year, cancellationToken)).Rules;
    }

    private async Task<Enrolment?> OwnAsync(string id, HubUser user, CancellationToken cancellationToken) =>
        user.TeacherId is { } teacherId
            ? await database
                .Set<Enrolment>()
                .AsNoTracking()
                .SingleOrDefaultAsync(row => row.TrainingId == id && row.TeacherId == teacherId, cancellationToken)
            : null;

    private async Task<string?> ObjectionAsync(Training training, string teacherId, CancellationToken cancellationToken) =>
        training.Objection(await signUps.TeacherAsync(teacherId, cancellationToken), signUps.DayFor(training));
}
