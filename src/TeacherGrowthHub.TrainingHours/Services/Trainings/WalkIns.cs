using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>What a workbook's teacher number comes to.</summary>
/// <param name="Problem">Source text why it cannot be taken; null when it can.</param>
public sealed record SheetLine(string Number, string Name, bool IsWalkIn, bool IsHere, string? Problem);

/// <summary>Staff add people who came without having signed up, one by one or by a workbook. The audience's rule holds for them as well; places do not.</summary>
public sealed class WalkIns(
    HubDbContext database,
    TrainingLoader trainings,
    RosterTicks ticks,
    SignUps signUps,
    TeacherLookup lookup,
    TeacherHistories histories,
    AuditTrail audit
)
{
    /// <summary>Writes somebody down by the teacher number.</summary>
    /// <returns>The name.</returns>
    public async Task<string> AddAsync(string id, string? number, HubUser officer, CancellationToken cancellationToken = default)
    {
        await trainings.OwnAsync(id, officer, cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var training = await trainings.LockAsync(id, cancellationToken);
        if (training.State != TrainingState.Open)
            throw new RefusedException("这次培训不在进行中，名单不能再改") { Kind = RefusalKind.Conflict };
        var typed = (number ?? "").Trim();
        if (!(await lookup.ByNumberAsync([typed], cancellationToken)).TryGetValue(typed, out var teacherId))
            throw new RefusedException("没有工号为“{0}”的教师", typed) { Field = "Number" };
        var teacher = await signUps.TeacherAsync(teacherId, cancellationToken);
        if (training.Objection(teacher, signUps.DayFor(training)) is { } objection)
            throw new RefusedException(objection) { Field = "Number" };
        await EnterAsync(training, teacherId, officer, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return teacher.Name;
    }

    /// <summary>What a list of numbers comes to; writes nothing.</summary>
    public async Task<IReadOnlyList<SheetLine>> PreviewAsync(
        string id,
        string sessionId,
        IReadOnlyList<string> numbers,
        HubUser officer,
        CancellationToken cancellationToken = default
    )
    {
        var (training, _) = await ticks.OpenAsync(id, sessionId, officer, cancellationToken);
        var ids = await lookup.ByNumberAsync([.. numbers], cancellationToken);
        var teachers = await histories.OfAsync([.. ids.Values], cancellationToken);
        var enrolled = await EnrolledAsync(id, cancellationToken);
        var here = await database
            .Set<Attendance>()
            .Where(row => row.SessionId == sessionId && row.CheckedInAt != null)
            .Select(row => row.TeacherId)
            .ToHashSetAsync(cancellationToken);
        return [.. numbers.Select(LineOf)];

        SheetLine LineOf(string number)
        {
            if (!ids.TryGetValue(number, out var teacherId) || !teachers.TryGetValue(teacherId, out var teacher))
                return new SheetLine(number, "", false, false, "没有这个工号");
            var isWalkIn = !enrolled.Contains(teacherId);
            var objection = isWalkIn ? training.Objection(teacher, signUps.DayFor(training)) : null;
            return new SheetLine(number, teacher.Name, isWalkIn, here.Contains(teacherId), objection);
        }
    }

    /// <summary>Checks everybody of the list in for the whole session; those who had not signed up are added. Lines with a problem are left out.</summary>
    /// <returns>How many were new.</returns>
    public async Task<int> ApplyAsync(
        string id,
        string sessionId,
        IReadOnlyList<string> numbers,
        HubUser officer,
        CancellationToken cancellationToken = default
    )
    {
        await trainings.OwnAsync(id, officer, cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var training = await trainings.LockAsync(id, cancellationToken);
        var lines = await PreviewAsync(id, sessionId, numbers, officer, cancellationToken);
        var ids = await lookup.ByNumberAsync([.. numbers], cancellationToken);
        var session = training.Sessions.Find(known => known.Id == sessionId)!;
        var good = lines.Where(line => line.Problem is null && !line.IsHere).ToList();
        foreach (var line in good)
            await TakeAsync(training, session, ids[line.Number], line.IsWalkIn, officer, cancellationToken);
        audit.Record(
            officer,
            "Training.SheetTaken",
            nameof(TrainingSession),
            sessionId,
            after: new { good.Count, Left = lines.Count - good.Count },
            path: training.Path
        );
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return good.Count;
    }

    private async Task TakeAsync(
        Training training,
        TrainingSession session,
        string teacherId,
        bool isWalkIn,
        HubUser officer,
        CancellationToken cancellationToken
    )
    {
        if (isWalkIn)
            await EnterAsync(training, teacherId, officer, cancellationToken);
        await database.PassAsync(
            session,
            teacherId,
            CodePurpose.CheckIn,
            session.Start,
            AttendanceMethod.Workbook,
            officer.Name,
            cancellationToken
        );
        var attendance = database.Set<Attendance>().Local.Single(row => row.SessionId == session.Id && row.TeacherId == teacherId);
        attendance.CheckedOutAt ??= session.End;
    }

    private async Task EnterAsync(Training training, string teacherId, HubUser officer, CancellationToken cancellationToken)
    {
        var waiting = await database
            .Set<Enrolment>()
            .SingleOrDefaultAsync(
                row => row.TrainingId == training.Id && row.TeacherId == teacherId && row.State == EnrolmentState.Waiting,
                cancellationToken
            );
        if (waiting is not null)
            waiting.State = EnrolmentState.Enrolled;
        else
            waiting = await signUps.EnterAsync(
                training,
                await signUps.TeacherAsync(teacherId, cancellationToken),
                EnrolmentState.Enrolled,
                cancellationToken
            );
        waiting.AddedBy = officer.Name;
        audit.Record(
            officer,
            "Training.WalkInAdded",
            nameof(Training),
            training.Id,
            after: new { Teacher = teacherId },
            path: training.Path
        );
    }

    private Task<HashSet<string>> EnrolledAsync(string id, CancellationToken cancellationToken) =>
        database
            .Set<Enrolment>()
            .Where(row => row.TrainingId == id && row.State == EnrolmentState.Enrolled)
            .Select(row => row.TeacherId)
            .ToHashSetAsync(cancellationToken);
}
