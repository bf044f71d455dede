using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Figures;

namespace TeacherGrowthHub.TrainingHours.Services.Figures;

/// <summary>What a list of teachers asks for.</summary>
/// <param name="Path">At and below this organisation; whoever calls has checked the scope.</param>
/// <param name="Duty">Only this duty; null any.</param>
public sealed record FigureFilter(string Path, SchoolYear Year, DutyKind? Duty, ListedState State);

/// <summary>Which standing somebody is listed for, in any duty that is asked for.</summary>
public enum ListedState
{
    Missing,
    AtRisk,
    Attained,
    Exempt,
}

/// <summary>A page of a list.</summary>
public sealed record FigureList(int Total, int Number, IReadOnlyList<FigurePerson> People)
{
    public const int PageSize = 50;

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);
}

/// <summary>Teachers by duty, school and standing, each person once.</summary>
public sealed class FigureLists(HubDbContext database, FigurePeople people, SchoolCalendar calendar)
{
    /// <summary>A page, by school.</summary>
    public async Task<FigureList> PageAsync(FigureFilter filter, int number, CancellationToken cancellationToken = default)
    {
        var rows = Rows(filter);
        var total = await rows.Select(row => row.TeacherId).Distinct().CountAsync(cancellationToken);
        var list = new FigureList(total, 1, []);
        var at = Math.Clamp(number, 1, list.Pages);
        var ids = await Ids(rows).Skip((at - 1) * FigureList.PageSize).Take(FigureList.PageSize).ToListAsync(cancellationToken);
        return list with { Number = at, People = await people.OfAsync(ids, filter.Year.Id, cancellationToken) };
    }

    /// <summary>Ids of everybody who is listed, by school; at most <paramref name="most"/>.</summary>
    public Task<List<string>> IdsAsync(FigureFilter filter, int most, CancellationToken cancellationToken = default) =>
        Ids(Rows(filter)).Take(most).ToListAsync(cancellationToken);

    private static IQueryable<string> Ids(IQueryable<DutyBalance> rows) =>
        rows.Select(row => new { row.Path, row.TeacherId })
            .Distinct()
            .OrderBy(person => person.Path)
            .ThenBy(person => person.TeacherId)
            .Select(person => person.TeacherId);

    private IQueryable<DutyBalance> Rows(FigureFilter filter)
    {
        var (days, elapsed) = YearProgress.Of(filter.Year, calendar.Today);
        var rows = database.Set<DutyBalance>().Where(row => row.SchoolYear == filter.Year.Id).Within(row => row.Path, [filter.Path]);
        if (filter.Duty is { } duty)
            rows = rows.Where(row => row.Duty == duty);
        return filter.State switch
        {
            ListedState.Missing => rows.Where(row => row.State == StandingState.Missing),
            ListedState.AtRisk => rows.Where(row =>
                row.State == StandingState.Missing && row.CountedHundredths * days < row.RequiredHundredths * elapsed
            ),
            ListedState.Attained => rows.Where(row => row.State == StandingState.Met || row.State == StandingState.MadeUp),
            ListedState.Exempt => rows.Where(row => row.State == StandingState.Exempt),
            _ => throw new ArgumentOutOfRangeException(nameof(filter)),
        };
    }
}
