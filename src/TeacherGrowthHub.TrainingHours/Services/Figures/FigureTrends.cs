using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Figures;

namespace TeacherGrowthHub.TrainingHours.Services.Figures;

/// <summary>Reads the snapshots of months; the present month is counted now.</summary>
public sealed class FigureTrends(HubDbContext database, SchoolCalendar calendar)
{
    /// <summary>The snapshots of some organisations.</summary>
    public async Task<ILookup<string, FigureSnapshot>> ReadAsync(IReadOnlyCollection<string> paths, CancellationToken cancellationToken) =>
        (
            await database.Set<FigureSnapshot>().AsNoTracking().Where(row => paths.Contains(row.Path)).ToListAsync(cancellationToken)
        ).ToLookup(row => row.Path);

    /// <summary>The trend of organisations with their present counts; the first of them also by year.</summary>
    public FigureTrend Of(
        SchoolYear year,
        ILookup<string, FigureSnapshot> snapshots,
        IReadOnlyList<(Organization Organization, FigureCounts Now)> lines
    )
    {
        var months = MonthsOf(year);
        var isPresent = calendar.Today <= year.End;
        return new FigureTrend(months, [.. lines.Select(LineOf)], YearsOf());

        TrendLine LineOf((Organization Organization, FigureCounts Now) line)
        {
            var kept = snapshots[line.Organization.Path].Where(row => row.SchoolYear == year.Id).ToDictionary(row => row.Month, RateOf);
            if (isPresent && months.Count > 0)
                kept[months[^1]] = line.Now.Rate;
            return new TrendLine(line.Organization.Area(), [.. months.Select(month => kept.GetValueOrDefault(month))]);
        }

        IReadOnlyList<YearPoint> YearsOf() =>
            [
                .. snapshots[lines[0].Organization.Path]
                    .Where(row => row.SchoolYear != year.Id)
                    .GroupBy(row => row.SchoolYear)
                    .Select(past => past.MaxBy(row => row.Month)!)
                    .Select(row => new YearPoint(row.SchoolYear, RateOf(row), Percent.Of(row.Participants, row.Subject)))
                    .Append(new YearPoint(year.Id, lines[0].Now.Rate, lines[0].Now.ParticipationRate))
                    .OrderBy(point => point.SchoolYear),
            ];
    }

    /// <summary>Against the end of last month, in per cent.</summary>
    public int? Change(ILookup<string, FigureSnapshot> snapshots, string path, SchoolYear year, FigureCounts now)
    {
        var last = FirstOf(calendar.Today).AddMonths(-1);
        var then = snapshots[path].FirstOrDefault(row => row.SchoolYear == year.Id && row.Month == last);
        return then is null || calendar.Today > year.End ? null : now.Rate - RateOf(then);
    }

    /// <summary>The first day of a day's month.</summary>
    public static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    private List<DateOnly> MonthsOf(SchoolYear year)
    {
        var months = new List<DateOnly>();
        var last = calendar.Today < year.End ? calendar.Today : year.End;
        for (var month = FirstOf(year.Start); month <= last; month = month.AddMonths(1))
            months.Add(month);
        return months;
    }

    private static int? RateOf(FigureSnapshot row) => Percent.Of(row.Attained, row.Asked);
}
