using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Services.Balances;

namespace TeacherGrowthHub.TrainingHours.Services.Standings;

/// <summary>A training that would bring missing hours.</summary>
/// <param name="Adds">What it would add to the headline's duty, or to the duty it adds most to.</param>
/// <param name="IsEnrolled">Signed up already.</param>
public sealed record FillingTraining(Training Training, Hours Adds, bool IsEnrolled)
{
    /// <summary>First day, in Asia/Shanghai.</summary>
    public DateTime Start => SchoolCalendar.Local(Training.Sessions.Min(session => session.Start));

    /// <summary>The first session's place.</summary>
    public string Place => Training.Sessions.OrderBy(session => session.Start).First().Place;
}

/// <summary>Open trainings of the year that a teacher may come to and that would bring missing hours.</summary>
public sealed class OpenTrainings(HubDbContext database, TimeProvider clock)
{
    private const int Read = 60;
    private const int Shown = 5;

    /// <summary>The soonest ones.</summary>
    /// <param name="standing">Whose.</param>
    /// <param name="waiting">Lines that wait to be certified: what they bring need not be filled.</param>
    public async Task<IReadOnlyList<FillingTraining>> OfAsync(
        TeacherStanding standing,
        IReadOnlyList<LedgerEntry> waiting,
        CancellationToken cancellationToken
    )
    {
        var (teacher, year) = (standing.Teacher, standing.Year);
        var today = SchoolCalendar.DayOf(clock.GetUtcNow().UtcDateTime);
        var before = Prospect.With(standing.Rules.Rules, year, standing.Facts, waiting);
        if (today > year.End || before.Duties.All(duty => duty.IsMet) || teacher.PostOn(today)?.Path is not { } school)
            return [];
        var open = await ReadAsync(school, cancellationToken);
        if (open.Count == 0)
            return [];
        var enrolled = await EnrolledAsync(teacher.TeacherId, cancellationToken);
        return
        [
            .. open.Where(training => training.Objection(teacher, today) is null)
                .Where(training => SchoolCalendar.DayOf(training.Sessions.Max(session => session.End)) <= year.End)
                .Select(training => new FillingTraining(training, Adds(training), enrolled.Contains(training.Id)))
                .Where(filling => filling.Adds > Hours.Zero)
                .OrderBy(filling => filling.Start)
                .Take(Shown),
        ];

        Hours Adds(Training training)
        {
            var line = Prospect.LineOf(training, teacher.TeacherId, year.Id);
            var after = Prospect.With(standing.Rules.Rules, year, standing.Facts, [.. waiting, line]);
            return before.Duties.Where(duty => !duty.IsMet).Max(duty => after.Of(duty.Quota.Duty)!.Counted - duty.Counted);
        }
    }

    private async Task<HashSet<string>> EnrolledAsync(string teacherId, CancellationToken cancellationToken) =>
        [
            .. await database
                .Set<Enrolment>()
                .Where(row => row.TeacherId == teacherId && row.State != EnrolmentState.Cancelled)
                .Select(row => row.TrainingId)
                .ToListAsync(cancellationToken),
        ];

    // Narrowed by the school as far as the database can; Audience decides.
    private Task<List<Training>> ReadAsync(string school, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var above = Enumerable.Range(1, OrganizationPath.Depth(school)).Select(depth => OrganizationPath.Prefix(school, depth)).ToList();
        return database
            .Set<Training>()
            .AsNoTracking()
            .Include(training => training.Sessions)
            .Where(training => training.State == TrainingState.Open && (training.SignUpUntil == null || now <= training.SignUpUntil))
            .Where(training => training.Sessions.Any() && training.Sessions.All(session => now < session.Start))
            .Where(training =>
                training.Audience.Any() ? training.Audience.Any(path => above.Contains(path)) : above.Contains(training.Path)
            )
            .OrderBy(training => training.Sessions.Min(session => session.Start))
            .Take(Read)
            .ToListAsync(cancellationToken);
    }
}
