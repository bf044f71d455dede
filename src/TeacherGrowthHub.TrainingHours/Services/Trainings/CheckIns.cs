using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>A session at whose door somebody stands.</summary>
/// <param name="Attendance">The person's, as far as it goes.</param>
public sealed record SessionAtDoor(Training Training, TrainingSession Session, CheckInWindow Window, Attendance? Attendance);

/// <summary>A teacher checks in and out with the room's rotating code. By the server's time alone.</summary>
public sealed class CheckIns(
    HubDbContext database,
    TrainingLoader trainings,
    SiteSettings settings,
    CodeThrottle throttle,
    CheckInTickets tickets,
    AuditTrail audit,
    TimeProvider clock
)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The session for somebody who has a place in it.</summary>
    /// <exception cref="RefusedException">No such session, or no place.</exception>
    public async Task<SessionAtDoor> FindAsync(string sessionId, HubUser user, CancellationToken cancellationToken = default)
    {
        var id = await database
            .Set<TrainingSession>()
            .Where(session => session.Id == sessionId)
            .Select(session => session.TrainingId)
            .SingleOrDefaultAsync(cancellationToken);
        var training = await trainings.PublicAsync(id ?? "", cancellationToken);
        if (training.State != TrainingState.Open)
            throw new RefusedException("这次培训已经结束或取消，不能再签到") { Kind = RefusalKind.Conflict };
        var session = training.Sessions.Find(known => known.Id == sessionId)!;
        var window = CheckInWindow.Of(session, await settings.GetAsync<TrainingSettings>(cancellationToken));
        return new SessionAtDoor(training, session, window, await AttendanceAsync(sessionId, user.TeacherId, cancellationToken));
    }

    /// <summary>Reads a scanned or typed code for this person.</summary>
    /// <returns>A ticket to confirm with, and what it is for.</returns>
    /// <exception cref="RefusedException">No place, wrong or expired code, too early, too late, tried too often.</exception>
    public async Task<(string Ticket, CodePurpose Purpose)> ReadAsync(
        SessionAtDoor door,
        string? code,
        HubUser user,
        CancellationToken cancellationToken = default
    )
    {
        await EnsureEnrolledAsync(door.Training, user, cancellationToken);
        throttle.EnsureOpen(user.AccountId!);
        if (PurposeOf(door.Session, code) is not { } purpose)
        {
            throttle.Fail(user.AccountId!);
            throw new RefusedException("签到码不对，或已经过期。请输入大屏幕上现在的 6 位数字，或再扫一次") { Field = "Code" };
        }
        door.Window.Ensure(purpose, Now);
        return (tickets.Issue(door.Session.Id, purpose, user.AccountId!), purpose);
    }

    /// <summary>Writes it down. Doing it twice changes nothing.</summary>
    /// <returns>What was done.</returns>
    public async Task<CodePurpose> ConfirmAsync(
        SessionAtDoor door,
        string? ticket,
        HubUser user,
        CancellationToken cancellationToken = default
    )
    {
        await EnsureEnrolledAsync(door.Training, user, cancellationToken);
        if (tickets.Read(ticket, door.Session.Id, user.AccountId!) is not { } purpose)
            throw new RefusedException("确认得太晚，请再扫一次码或重新输入") { Field = "Code" };
        door.Window.Ensure(purpose, Now);
        await database.PassAsync(door.Session, user.TeacherId!, purpose, Now, AttendanceMethod.SessionCode, null, cancellationToken);
        audit.Record(
            user,
            purpose == CodePurpose.CheckIn ? "Training.CheckedIn" : "Training.CheckedOut",
            nameof(TrainingSession),
            door.Session.Id,
            path: door.Training.Path
        );
        await database.SaveChangesAsync(cancellationToken);
        return purpose;
    }

    private CodePurpose? PurposeOf(TrainingSession session, string? typed) =>
        RotatingCode.Read(typed) is not { } code ? null
        : RotatingCode.Fits(session.Secret, CodePurpose.CheckIn, code, Now) ? CodePurpose.CheckIn
        : RotatingCode.Fits(session.Secret, CodePurpose.CheckOut, code, Now) ? CodePurpose.CheckOut
        : null;

    private async Task EnsureEnrolledAsync(Training training, HubUser user, CancellationToken cancellationToken)
    {
        var has = await database
            .Set<Enrolment>()
            .AnyAsync(
                row => row.TrainingId == training.Id && row.TeacherId == user.TeacherId && row.State == EnrolmentState.Enrolled,
                cancellationToken
            );
        if (!has)
            throw new RefusedException("您没有报名这次培训。请找现场工作人员补报名，再签到") { Kind = RefusalKind.Conflict };
    }

    private async Task<Attendance?> AttendanceAsync(string sessionId, string? teacherId, CancellationToken cancellationToken) =>
        teacherId is null
            ? null
            : await database
                .Set<Attendance>()
                .SingleOrDefaultAsync(row => row.SessionId == sessionId && row.TeacherId == teacherId, cancellationToken);
}
