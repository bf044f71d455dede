using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>Another training of the teacher at the same time.</summary>
public sealed record TimeConflict(string TrainingId, string Title, DateTime Start, DateTime End);

/// <summary>Signs teachers up: no more than there are places, the others wait in the order of their coming.</summary>
public sealed class SignUps(
    HubDbContext database,
    TrainingLoader trainings,
    TeacherHistories histories,
    TrainingNotices notices,
    AuditTrail audit,
    TimeProvider clock
)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Signs the person up, or puts them on the waiting list.</summary>
    /// <param name="isConflictAccepted">The person has seen what else is at that time.</param>
    /// <exception cref="RefusedException">Too late, not for this teacher, or at the time of another training.</exception>
    public async Task<EnrolmentState> SignUpAsync(
        string id,
        bool isConflictAccepted,
        HubUser user,
        CancellationToken cancellationToken = default
    )
    {
        var teacherId = TeacherOf(user);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var training = await trainings.LockAsync(id, cancellationToken);
        if (!training.IsSignUpOpen(Now))
            throw new RefusedException("报名已经结束") { Kind = RefusalKind.Conflict };
        var teacher = await TeacherAsync(teacherId, cancellationToken);
        if (training.Objection(teacher, DayFor(training)) is { } objection)
            throw new RefusedException(objection);
        if (!isConflictAccepted && await ConflictsAsync(training, teacherId, cancellationToken) is [var other, ..])
            throw new RefusedException("时间与《{0}》冲突。如仍要报名，请勾选确认", other.Title) { Field = "Accept" };
        var state = await PlacesLeftAsync(training, cancellationToken) is > 0 or null ? EnrolmentState.Enrolled : EnrolmentState.Waiting;
        await EnterAsync(training, teacher, state, cancellationToken);
        audit.Record(user, "Training.SignedUp", nameof(Training), id, after: new { State = state.ToString() }, path: training.Path);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return state;
    }

    /// <summary>Gives the place back; the first of the waiting list gets it and is told.</summary>
    public async Task CancelAsync(string id, HubUser user, CancellationToken cancellationToken = default)
    {
        var teacherId = TeacherOf(user);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var training = await trainings.LockAsync(id, cancellationToken);
        var enrolment = await FindAsync(id, teacherId, cancellationToken);
        if (enrolment is null or { State: EnrolmentState.Cancelled })
            throw new RefusedException("您没有报名这次培训") { Kind = RefusalKind.Conflict };
        if (training.State != TrainingState.Open || Now >= training.Start)
            throw new RefusedException("培训已经开始，不能再取消报名。来不了请告诉组织者") { Kind = RefusalKind.Conflict };
        enrolment.State = EnrolmentState.Cancelled;
        audit.Record(user, "Training.SignUpCancelled", nameof(Training), id, path: training.Path);
        await database.SaveChangesAsync(cancellationToken);
        await MoveUpAsync(training, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>What else the teacher has signed up for at the same time.</summary>
    public async Task<IReadOnlyList<TimeConflict>> ConflictsAsync(
        Training training,
        string teacherId,
        CancellationToken cancellationToken = default
    )
    {
        var (from, to) = (training.Start, training.End);
        var others = await database
            .Set<Training>()
            .AsNoTracking()
            .Include(other => other.Sessions)
            .Where(other => other.Id != training.Id && other.State == TrainingState.Open && other.Start < to && from < other.End)
            .Where(other =>
                database
                    .Set<Enrolment>()
                    .Any(row => row.TrainingId == other.Id && row.TeacherId == teacherId && row.State != EnrolmentState.Cancelled)
            )
            .ToListAsync(cancellationToken);
        return
        [
            .. from other in others
            from session in other.Schedule
            where training.Sessions.Any(own => own.Start < session.End && session.Start < own.End)
            select new TimeConflict(other.Id, other.Title, session.Start, session.End),
        ];
    }

    /// <summary>Gives free places to those who have waited longest, and tells them; the training is locked by the caller.</summary>
    internal async Task MoveUpAsync(Training training, CancellationToken cancellationToken)
    {
        var left = await PlacesLeftAsync(training, cancellationToken);
        if (Now >= training.Start || left <= 0)
            return;
        var waiting = await database
            .Set<Enrolment>()
            .Where(enrolment => enrolment.TrainingId == training.Id && enrolment.State == EnrolmentState.Waiting)
            .OrderBy(enrolment => enrolment.At)
            .ThenBy(enrolment => enrolment.TeacherId)
            .Take(left ?? int.MaxValue)
            .ToListAsync(cancellationToken);
        foreach (var enrolment in waiting)
            enrolment.State = EnrolmentState.Enrolled;
        var ids = waiting.Select(enrolment => enrolment.TeacherId).ToList();
        await notices.TellAsync(training, ids, "您已从候补转为正式报名：《{0}》", cancellationToken);
    }

    /// <exception cref="RefusedException">More have signed up than there would be places.</exception>
    internal async Task EnsureRoomAsync(Training training, CancellationToken cancellationToken)
    {
        if (await PlacesLeftAsync(training, cancellationToken) < 0)
            throw new RefusedException("已报名的人数超过这个名额") { Field = nameof(TrainingForm.Capacity) };
    }

    /// <summary>Writes somebody down, also one who had cancelled.</summary>
    internal async Task<Enrolment> EnterAsync(
        Training training,
        TeacherHistory teacher,
        EnrolmentState state,
        CancellationToken cancellationToken
    )
    {
        var path = teacher.PostOn(DayFor(training))!.Path;
        var enrolment = await FindAsync(training.Id, teacher.TeacherId, cancellationToken);
        if (enrolment is { State: not EnrolmentState.Cancelled })
            throw new RefusedException("已经报过名了") { Kind = RefusalKind.Conflict };
        if (enrolment is null)
            database.Add(
                enrolment = new Enrolment
                {
                    TrainingId = training.Id,
                    TeacherId = teacher.TeacherId,
                    Path = path,
                    At = Now,
                    Secret = RotatingCode.NewSecret(),
                }
            );
        (enrolment.State, enrolment.At, enrolment.Path) = (state, Now, path);
        return enrolment;
    }

    /// <summary>The day whose school and duties decide who may come.</summary>
    internal DateOnly DayFor(Training training) => SchoolCalendar.DayOf(training.Start < Now ? Now : training.Start);

    internal async Task<TeacherHistory> TeacherAsync(string teacherId, CancellationToken cancellationToken) =>
        (await histories.OfAsync([teacherId], cancellationToken)).GetValueOrDefault(teacherId)
        ?? throw new RefusedException("没有这位教师") { Kind = RefusalKind.NotFound };

    private async Task<int?> PlacesLeftAsync(Training training, CancellationToken cancellationToken)
    {
        if (training.Capacity is not { } places)
            return null;
        var taken = await database
            .Set<Enrolment>()
            .CountAsync(row => row.TrainingId == training.Id && row.State == EnrolmentState.Enrolled, cancellationToken);
        return places - taken;
    }

    private Task<Enrolment?> FindAsync(string id, string teacherId, CancellationToken cancellationToken) =>
        database.Set<Enrolment>().SingleOrDefaultAsync(row => row.TrainingId == id && row.TeacherId == teacherId, cancellationToken);

    private static string TeacherOf(HubUser user) =>
        user.TeacherId is { } id && user.Can(HoursPermissions.Claim)
            ? id
            : throw new RefusedException("只有教师账号可以报名") { Kind = RefusalKind.Forbidden };
}
