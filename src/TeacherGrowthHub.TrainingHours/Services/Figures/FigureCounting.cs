using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Figures;

namespace TeacherGrowthHub.TrainingHours.Services.Figures;

/// <summary>Counts the kept balances by school: two queries, each answered by one index alone, however large the city.</summary>
public sealed class FigureCounting(HubDbContext database, SchoolCalendar calendar)
{
    /// <summary>The counts of every organisation at and below a path at which somebody is counted, by its path.</summary>
    public async Task<IReadOnlyDictionary<string, FigureCounts>> BySchoolAsync(
        string path,
        SchoolYear year,
        CancellationToken cancellationToken = default
    )
    {
        var duties = (await DutiesAsync(path, year, cancellationToken)).ToLookup(row => row.Path, row => row.Figures);
        var people = await PeopleAsync(path, year.Id, cancellationToken);
        return people.ToDictionary(row => row.Path, row => row.Counts with { Duties = [.. duties[row.Path].OrderBy(duty => duty.Duty)] });
    }

    /// <summary>Distinct persons: a row of <see cref="TeacherYear"/> is one person.</summary>
    private async Task<List<(string Path, FigureCounts Counts)>> PeopleAsync(string path, int year, CancellationToken cancellationToken)
    {
        var rows = await database
            .Set<TeacherYear>()
            .Where(row => row.SchoolYear == year)
            .Within(row => row.Path, [path])
            .GroupBy(row => row.Path)
            .Select(school => new
            {
                Path = school.Key,
                Asked = school.Sum(row => row.Duties > 0 ? 1 : 0),
                Attained = school.Sum(row => row.Duties > 0 && row.IsAttained ? 1 : 0),
                Subject = school.Sum(row => row.IsSubjectInPost ? 1 : 0),
                Participants = school.Sum(row => row.IsSubjectInPost && row.HasMentalHealth ? 1 : 0),
                PersonTimes = school.Sum(row => row.Activities),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row =>
                (row.Path, new FigureCounts(row.Asked, row.Attained, row.Subject, row.Participants, row.PersonTimes, []))
            ),
        ];
    }

    private async Task<List<(string Path, DutyFigures Figures)>> DutiesAsync(
        string path,
        SchoolYear year,
        CancellationToken cancellationToken
    )
    {
        var (days, elapsed) = YearProgress.Of(year, calendar.Today);
        var rows = await database
            .Set<DutyBalance>()
            .Where(row => row.SchoolYear == year.Id)
            .Within(row => row.Path, [path])
            .GroupBy(row => new { row.Path, row.Duty })
            .Select(group => new
            {
                group.Key.Path,
                group.Key.Duty,
                Attained = group.Sum(row => row.State == StandingState.Met || row.State == StandingState.MadeUp ? 1 : 0),
                Missing = group.Sum(row => row.State == StandingState.Missing ? 1 : 0),
                AtRisk = group.Sum(row =>
                    row.State == StandingState.Missing && row.CountedHundredths * days < row.RequiredHundredths * elapsed ? 1 : 0
                ),
                Exempt = group.Sum(row => row.State == StandingState.Exempt ? 1 : 0),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => (row.Path, new DutyFigures(row.Duty, row.Attained, row.Missing - row.AtRisk, row.AtRisk, row.Exempt))),
        ];
    }
}
