using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>Plans trainings within somebody's scope and changes them.</summary>
public sealed class TrainingPlanning(
    HubDbContext database,
    TrainingLoader trainings,
    TrainingFormReading reading,
    SignUps signUps,
    TrainingNotices notices,
    AuditTrail audit,
    TimeProvider clock
)
{
    /// <summary>A new draft.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> CreateAsync(TrainingForm form, HubUser user, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrEmpty(form.Organization) || !user.Can(HoursPermissions.Plan, form.Organization))
            throw new RefusedException("请选择您可以组织培训的单位") { Field = nameof(form.Organization) };
        var training = new Training
        {
            Id = HubId.New(clock),
            Path = form.Organization,
            Title = "",
            Kind = "",
            CreatedById = user.AccountId ?? "",
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        await reading.ApplyAsync(form, training, cancellationToken);
        database.Add(training);
        audit.Record(user, "Training.Created", nameof(Training), training.Id, after: TrainingStanding.Of(training), path: training.Path);
        await database.SaveChangesAsync(cancellationToken);
        return training.Id;
    }

    /// <summary>Changes a draft, or one that is announced: those who have signed up are told of other times and places.</summary>
    public async Task ChangeAsync(string id, TrainingForm form, HubUser user, CancellationToken cancellationToken = default)
    {
        await trainings.OwnAsync(id, user, cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var training = await trainings.LockAsync(id, cancellationToken);
        EnsureChangeable(training);
        var (before, schedule) = (TrainingStanding.Of(training), ScheduleOf(training));
        await EnsureNothingIsLostAsync(training, form, cancellationToken);
        await reading.ApplyAsync(form, training, cancellationToken);
        var after = TrainingStanding.Of(training);
        if (training.State == TrainingState.Open)
        {
            EnsureStillApproved(before, after);
            await signUps.EnsureRoomAsync(training, cancellationToken);
            await signUps.MoveUpAsync(training, cancellationToken);
            if (schedule != ScheduleOf(training))
                await notices.TellEnrolledAsync(training, "培训《{0}》的时间或地点有变动，请查看", cancellationToken);
        }
        training.Version++;
        audit.Record(user, "Training.Changed", nameof(Training), id, before, after, path: training.Path);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Throws a draft away.</summary>
    public async Task DeleteAsync(string id, HubUser user, CancellationToken cancellationToken = default)
    {
        var training = await trainings.OwnAsync(id, user, cancellationToken);
        if (training.State != TrainingState.Draft)
            throw new RefusedException("只有草稿可以删除；已公布的培训请取消") { Kind = RefusalKind.Conflict };
        database.Remove(training);
        audit.Record(user, "Training.Deleted", nameof(Training), id, TrainingStanding.Of(training), path: training.Path);
        await database.SaveChangesAsync(cancellationToken);
    }

    private static void EnsureChangeable(Training training)
    {
        if (training.State == TrainingState.AwaitingApproval)
            throw new RefusedException("培训正在等待批准。请先撤回，再修改") { Kind = RefusalKind.Conflict };
        if (training.State is not (TrainingState.Draft or TrainingState.Open))
            throw new RefusedException("已结束或已取消的培训不能再修改") { Kind = RefusalKind.Conflict };
    }

    // Who may come and at which level is what the organisation above has looked at.
    private static void EnsureStillApproved(TrainingStanding before, TrainingStanding after)
    {
        if (before.Level != after.Level || before.Audience != after.Audience)
            throw new RefusedException("已公布的培训不能再改级别和参加范围。请取消后重新安排") { Field = nameof(TrainingForm.Audience) };
    }

    private async Task EnsureNothingIsLostAsync(Training training, TrainingForm form, CancellationToken cancellationToken)
    {
        var kept = form.Sessions.Where(row => !row.IsEmpty).Select(row => row.Id).ToHashSet();
        var gone = training.Sessions.Where(session => !kept.Contains(session.Id)).Select(session => session.Id).ToList();
        if (await database.Set<Attendance>().AnyAsync(attendance => gone.Contains(attendance.SessionId), cancellationToken))
            throw new RefusedException("已有人签到的场次不能删除") { Field = nameof(form.Sessions) };
    }

    private static string ScheduleOf(Training training) =>
        string.Join('|', training.Schedule.Select(session => $"{session.Start:O} {session.End:O} {session.Place} {session.Link}"));
}
