using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Scheduling;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Services.Ledger;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.TrainingHours.Services.Balances;

/// <summary>Balances follow when posts, duties or rules change, and every night: a new day may begin a school year or end a duty.</summary>
public sealed class BalanceUpdates(
    HubDbContext database,
    LedgerHeads heads,
    BalanceKeeping balances,
    TeacherHistories histories,
    HourYears begun,
    SchoolCalendar calendar
) : IOutboxHandler<TeachersChanged>, IOutboxHandler<RulesChanged>, IScheduledJob
{
    // A transaction that holds the locks of more chains would keep officers waiting.
    private const int Page = 500;

    public async Task HandleAsync(TeachersChanged message, CancellationToken cancellationToken)
    {
        var years = (await begun.BegunAsync(cancellationToken)).Select(year => year.Id).ToList();
        foreach (var page in message.TeacherIds.Order(StringComparer.Ordinal).Chunk(Page))
            await RefreshAsync(page, years, cancellationToken);
    }

    public async Task HandleAsync(RulesChanged message, CancellationToken cancellationToken) =>
        await RefreshAllAsync(
            [.. (await begun.BegunAsync(cancellationToken)).Select(year => year.Id).Where(year => year >= message.FromSchoolYear)],
            cancellationToken
        );

    /// <summary>The present school year of everybody.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await calendar.YearOfAsync(calendar.Today, cancellationToken) is { } year)
            await RefreshAllAsync([year.Id], cancellationToken);
    }

    // Most have not changed: officers wait for those alone who have.
    private async Task RefreshAllAsync(IReadOnlyCollection<int> years, CancellationToken cancellationToken)
    {
        for (var after = ""; await histories.IdsAfterAsync(after, Page, cancellationToken) is { Count: > 0 } page; after = page[^1])
        {
            database.ChangeTracker.Clear();
            await RefreshAsync(await balances.StaleAsync(page, years, cancellationToken), years, cancellationToken);
        }
    }

    private async Task RefreshAsync(
        IReadOnlyCollection<string> teacherIds,
        IReadOnlyCollection<int> years,
        CancellationToken cancellationToken
    )
    {
        if (teacherIds.Count == 0)
            return;
        database.ChangeTracker.Clear();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await heads.LockAsync(teacherIds, cancellationToken);
        await balances.RefreshAsync(teacherIds, years, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
