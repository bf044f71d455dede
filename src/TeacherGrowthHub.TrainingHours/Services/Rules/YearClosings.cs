using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;

namespace TeacherGrowthHub.TrainingHours.Services.Rules;

/// <summary>A school year and whether it is closed.</summary>
/// <param name="CanClose">It is over and not closed yet.</param>
public sealed record YearState(SchoolYear Year, YearClosing? Closing, bool CanClose);

/// <summary>封存: past school years close; the ledger then asks the city for a reason (see LedgerGuard), and their rules stay as they were.</summary>
public sealed class YearClosings(HubDbContext database, SchoolCalendar calendar, AuditTrail audit, TimeProvider clock)
{
    /// <summary>The years that have begun, newest first.</summary>
    public async Task<IReadOnlyList<YearState>> AllAsync(CancellationToken cancellationToken = default)
    {
        var closed = await database.Set<YearClosing>().AsNoTracking().ToDictionaryAsync(year => year.SchoolYear, cancellationToken);
        return
        [
            .. from year in await calendar.YearsAsync(cancellationToken)
            where year.Start <= calendar.Today
            orderby year.Id descending
            let closing = closed.GetValueOrDefault(year.Id)
            select new YearState(year, closing, closing is null && year.End < calendar.Today),
        ];
    }

    /// <summary>Closes a year that is over. It cannot be opened again.</summary>
    /// <exception cref="RefusedException">It is not over, is closed already, or is unknown.</exception>
    public async Task CloseAsync(int schoolYear, HubUser user, CancellationToken cancellationToken = default)
    {
        var state = (await AllAsync(cancellationToken)).FirstOrDefault(year => year.Year.Id == schoolYear);
        if (state is not { CanClose: true })
            throw new RefusedException("{0} 学年还没有结束，或已经封存", schoolYear);
        var closing = new YearClosing
        {
            SchoolYear = schoolYear,
            ClosedAt = clock.GetUtcNow().UtcDateTime,
            ClosedBy = user.Name,
        };
        database.Add(closing);
        audit.Record(user, "Year.Closed", nameof(YearClosing), schoolYear.ToString(), after: closing);
        await database.SaveChangesAsync(cancellationToken);
    }
}
