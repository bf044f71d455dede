using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Scheduling;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Reminders;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.TrainingHours.Services.Reminders;

/// <summary>Every morning: is it a configured date? Then everybody who misses hours is told, and every officer. A site that was off catches up.</summary>
public sealed class ReminderRounds(
    HubDbContext database,
    SiteSettings store,
    SchoolCalendar calendar,
    HourYears begun,
    HourReminders reminders,
    OfficerDigests digests,
    TimeProvider clock
) : IScheduledJob
{
    private const int DaysBack = 3;
    private const int Page = 500;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var settings = await store.GetAsync<ReminderSettings>(cancellationToken);
        if (settings.Due(calendar.Today, DaysBack) is not { } day || await IsDoneAsync(day, cancellationToken))
            return;
        if ((await begun.BegunAsync(cancellationToken)).FirstOrDefault(year => calendar.Today <= year.End) is not { } year)
            return;
        for (var after = ""; await MissingAsync(year.Id, after, cancellationToken) is { Count: > 0 } page; after = page[^1])
            await reminders.SendAsync(ReminderOccasion.Date, day, year, page, settings, cancellationToken);
        await digests.SendAsync(day, year, settings, cancellationToken);
        await EndAsync(day, cancellationToken);
    }

    private Task<bool> IsDoneAsync(DateOnly day, CancellationToken cancellationToken) =>
        database
            .Set<ReminderSent>()
            .AnyAsync(
                row => row.Occasion == ReminderOccasion.Date && row.Day == day && row.RecipientId == "" && row.OrganizationId == "",
                cancellationToken
            );

    private Task<List<string>> MissingAsync(int year, string after, CancellationToken cancellationToken) =>
        database
            .Set<DutyBalance>()
            .Where(row => row.SchoolYear == year && row.State == StandingState.Missing && string.Compare(row.TeacherId, after) > 0)
            .Select(row => row.TeacherId)
            .Distinct()
            .OrderBy(id => id)
            .Take(Page)
            .ToListAsync(cancellationToken);

    private async Task EndAsync(DateOnly day, CancellationToken cancellationToken)
    {
        database.Add(
            new ReminderSent
            {
                Occasion = ReminderOccasion.Date,
                Day = day,
                RecipientId = "",
                SentAt = clock.GetUtcNow().UtcDateTime,
            }
        );
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException broken) when (StoreRules.AreBrokenBy(broken))
        {
            // Another node has come to the end of the same round.
            database.ChangeTracker.Clear();
        }
    }
}
