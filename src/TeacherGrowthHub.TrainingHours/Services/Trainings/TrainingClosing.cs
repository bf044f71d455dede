using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Services.Claims;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>What a teacher of the roster gets.</summary>
public sealed record ClosingLine(RosterRow Row, Attended Result);

/// <summary>What closing a training would do, or has done.</summary>
/// <param name="MinimumPercent">Of the rules of its school year.</param>
public sealed record ClosingSheet(Training Training, int SchoolYear, int MinimumPercent, IReadOnlyList<ClosingLine> Lines)
{
    public IEnumerable<ClosingLine> Given => Lines.Where(line => line.Result.Counts > Hours.Zero);
    public IEnumerable<ClosingLine> Without => Lines.Where(line => line.Result.Counts <= Hours.Zero);
}

/// <summary>Closes a training: once, when its last session is over. Whoever met the rule gets a claim.</summary>
public sealed class TrainingClosing(
    HubDbContext database,
    TrainingLoader trainings,
    Rosters rosters,
    RuleBook rules,
    RosterClaims claims,
    SchoolCalendar calendar,
    SiteSettings settings,
    TrainingNotices notices,
    AuditTrail audit,
    IPageCache pages,
    TimeProvider clock
)
{
    /// <summary>Who would get what, and who not and why.</summary>
    public async Task<ClosingSheet> PreviewAsync(string id, HubUser user, CancellationToken cancellationToken = default) =>
        await SheetAsync(await trainings.OwnAsync(id, user, cancellationToken), cancellationToken);

    /// <summary>Makes the claims, the officer's own among them: it waits for somebody else, as the ledger refuses own hours.</summary>
    /// <remarks>In the caller's transaction or one of its own.</remarks>
    /// <returns>How many claims were made.</returns>
    public async Task<int> CloseAsync(string id, HubUser user, CancellationToken cancellationToken = default)
    {
        await trainings.OwnAsync(id, user, cancellationToken);
        await using var own = database.Database.CurrentTransaction is null
            ? await database.Database.BeginTransactionAsync(cancellationToken)
            : null;
        var training = await trainings.LockAsync(id, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        if (training.State != TrainingState.Open)
            throw new RefusedException("只有已公布、还没结束的培训可以结束") { Kind = RefusalKind.Conflict };
        if (now < training.End)
            throw new RefusedException("最后一场还没有结束") { Kind = RefusalKind.Conflict };
        var sheet = await SheetAsync(training, cancellationToken);
        var before = TrainingStanding.Of(training);
        (training.State, training.ClosedAt) = (TrainingState.Closed, now);
        training.Version++;
        var made = await claims.AddAsync(
            training,
            sheet.SchoolYear,
            SchoolCalendar.DayOf(training.Start),
            SchoolCalendar.DayOf(training.End),
            [.. sheet.Given.Select(LineOf)],
            user,
            cancellationToken
        );
        var told = sheet.Given.Select(line => line.Row.TeacherId).ToList();
        await notices.TellAsync(training, told, "培训《{0}》已结束，您的学时已登记，等待认定", cancellationToken);
        audit.Record(
            user,
            "Training.Closed",
            nameof(Training),
            id,
            before,
            new { Claims = made, Without = sheet.Without.Count() },
            training.Path
        );
        await database.SaveChangesAsync(cancellationToken);
        if (own is not null)
            await own.CommitAsync(cancellationToken);
        await pages.ClearAsync(cancellationToken);
        return made;
    }

    private static RosterLine LineOf(ClosingLine line) =>
        new(line.Row.TeacherId, line.Row.Enrolment.Path, line.Result.Present, line.Result.Counts);

    private async Task<ClosingSheet> SheetAsync(Training training, CancellationToken cancellationToken)
    {
        var year =
            await calendar.YearOfAsync(SchoolCalendar.DayOf(training.End), cancellationToken)
            ?? throw new RefusedException("校历里还没有培训日期所在的学年");
        var minimum = (await rules.OfAsync(year.Id, cancellationToken)).Rules.MinimumAttendancePercent;
        var rule = await settings.GetAsync<TrainingSettings>(cancellationToken);
        var passed = await database
            .Set<Homework>()
            .Where(homework => homework.TrainingId == training.Id && homework.IsPassed == true)
            .Select(homework => homework.TeacherId)
            .ToHashSetAsync(cancellationToken);
        var rows = (await rosters.OfAsync(training, cancellationToken)).Where(row => row.HasPlace);
        return new ClosingSheet(
            training,
            year.Id,
            minimum,
            [
                .. rows.Select(row => new ClosingLine(
                    row,
                    AbsenceRule.Of(training, row.Attendances, passed.Contains(row.TeacherId), minimum, rule)
                )),
            ]
        );
    }
}
