using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.TrainingHours.Domain.Figures;
using TeacherGrowthHub.TrainingHours.Services.Balances;
using TeacherGrowthHub.TrainingHours.Services.Figures;
using TeacherGrowthHub.TrainingHours.Services.Ledger;

namespace TeacherGrowthHub.TrainingHours.Recipes.Samples;

/// <summary>Balances of everybody, and months behind today's figures as if they had grown evenly: a demonstration has no past of its own.</summary>
public sealed class SampleTrend(
    HubDbContext database,
    SampleCast cast,
    LedgerHeads heads,
    BalanceKeeping balances,
    FigureCounting counting,
    SchoolCalendar calendar
)
{
    private const int Levels = 3;

    /// <param name="yearsBack">How many school years before the present one hold samples.</param>
    /// <param name="cancellationToken">Ends it between two years.</param>
    public async Task DrawAsync(int yearsBack, CancellationToken cancellationToken)
    {
        List<string> everybody = [.. cast.Everybody.Select(teacher => teacher.TeacherId)];
        var years = Enumerable.Range(0, yearsBack + 1).Select(cast.Year).ToList();
        await heads.LockAsync(everybody, cancellationToken);
        await balances.RefreshAsync(everybody, [.. years.Select(year => year.Id)], cancellationToken);
        foreach (var year in years)
            await DrawAsync(year, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
    }

    private async Task DrawAsync(SchoolYear year, CancellationToken cancellationToken)
    {
        if (await database.Set<FigureSnapshot>().AnyAsync(row => row.SchoolYear == year.Id, cancellationToken))
            return;
        var months = MonthsOf(year).ToList();
        var places = (await counting.BySchoolAsync("", year, cancellationToken))
            .SelectMany(school => Above(school.Key).Select(path => (path, school.Value)))
            .GroupBy(pair => pair.path, pair => pair.Value);
        foreach (var place in places)
            database.AddRange(
                months.Index().Select(month => PointOf(year, place.Key, place.Total(), month.Item, month.Index + 1, months.Count))
            );
    }

    private IEnumerable<DateOnly> MonthsOf(SchoolYear year)
    {
        var last = FigureTrends.FirstOf(calendar.Today < year.End ? calendar.Today : year.End);
        for (var month = FigureTrends.FirstOf(year.Start); month <= last; month = month.AddMonths(1))
            yield return month;
    }

    private static IEnumerable<string> Above(string path) =>
        Enumerable.Range(1, Math.Min(Levels, OrganizationPath.Depth(path))).Select(depth => OrganizationPath.Prefix(path, depth));

    private static FigureSnapshot PointOf(SchoolYear year, string path, FigureCounts now, DateOnly month, int place, int count) =>
        new()
        {
            SchoolYear = year.Id,
            Path = path,
            Month = month,
            Asked = now.Asked,
            Attained = now.Attained * place / count,
            Subject = now.Subject,
            Participants = now.Participants * place / count,
        };
}
