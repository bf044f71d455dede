using System.Globalization;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Cli;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Services.Balances;
using TeacherGrowthHub.TrainingHours.Services.Ledger;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.TrainingHours.Cli;

/// <summary>Gives every teacher equally many made-up lines of the ledger, spread over the school years that have rules and have begun.</summary>
public sealed class ScaleEntries(
    HubDbContext database,
    TeacherHistories histories,
    LedgerHeads heads,
    BalanceKeeping balances,
    HourYears begun,
    RuleBook rules,
    SchoolCalendar calendar,
    TimeProvider clock
) : IScaleSeed
{
    private const int Page = 250;
    private const int Seed = 20_250_306;
    private const int QuarterOfAnHour = 25;
    private readonly Random _random = new(Seed);
    private int _made;

    public int Order => 30;

    public string Option => "entries";

    public async Task SeedAsync(int count, CancellationToken cancellationToken)
    {
        var years = await YearsAsync(cancellationToken);
        var teachers = await TeachersAsync(cancellationToken);
        if (teachers.Count == 0 || years.Count == 0)
            throw new RefusedException("没有教师或学时规则，不能生成学时记录");
        for (var done = 0; done < teachers.Count; done += Page)
        {
            var page = teachers.Skip(done).Take(Page).ToList();
            var each = (int)((long)count * (done + page.Count) / teachers.Count - _made) / page.Count;
            await SeedAsync(page, each, years, cancellationToken);
            Console.Write($"\r{_made} entries");
        }
    }

    private async Task SeedAsync(
        IReadOnlyList<string> teachers,
        int each,
        IReadOnlyList<(SchoolYear Year, RuleVersion Version)> years,
        CancellationToken cancellationToken
    )
    {
        database.ChangeTracker.Clear();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var locked = await heads.LockAsync(teachers, cancellationToken);
        var act = new LedgerAct(HubId.New(clock), HubUser.System, clock.GetUtcNow().UtcDateTime, epoch: 1, locked);
        foreach (var teacher in teachers)
        {
            for (var i = 0; i < each; i++)
            {
                var (year, version) = years[i % years.Count];
                database.Add(act.Append(Posting(teacher, year, version.Rules), version.Number));
            }
        }
        _made += each * teachers.Count;
        await database.SaveChangesAsync(cancellationToken);
        await balances.RefreshAsync(teachers, [.. years.Select(pair => pair.Year.Id)], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private LedgerPosting Posting(string teacherId, SchoolYear year, RuleSet ruleSet)
    {
        var days = Math.Min(calendar.Today.DayNumber, year.End.DayNumber) - year.Start.DayNumber;
        var day = year.Start.AddDays(_random.Next(days + 1));
        var kind = ruleSet.Kinds[_random.Next(ruleSet.Kinds.Count)];
        var hours = new Hours(_random.Next(1, 9) * QuarterOfAnHour);
        var number = _random.Next(10_000).ToString(CultureInfo.InvariantCulture);
        return new LedgerPosting(teacherId, "", year.Id, HubId.New(clock), kind.Label + number, kind.Code, day, day, hours, hours, "seed")
        {
            IsMentalHealth = _random.Next(3) > 0,
        };
    }

    private async Task<IReadOnlyList<(SchoolYear Year, RuleVersion Version)>> YearsAsync(CancellationToken cancellationToken)
    {
        var years = new List<(SchoolYear, RuleVersion)>();
        foreach (var year in await begun.BegunAsync(cancellationToken))
            years.Add((year, await rules.OfAsync(year.Id, cancellationToken)));
        return years;
    }

    private async Task<List<string>> TeachersAsync(CancellationToken cancellationToken)
    {
        var all = new List<string>();
        for (var after = ""; await histories.IdsAfterAsync(after, 10_000, cancellationToken) is { Count: > 0 } page; after = page[^1])
            all.AddRange(page);
        return all;
    }
}
