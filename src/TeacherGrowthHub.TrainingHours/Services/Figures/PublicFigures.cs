using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Figures;

namespace TeacherGrowthHub.TrainingHours.Services.Figures;

/// <summary>A line of the public figures.</summary>
/// <param name="Name">A county; null for everything else of the city.</param>
/// <param name="Attained">Persons who have attained, of those of whom hours are asked.</param>
/// <param name="Participants">Subject teachers with mental-health training, of those in post.</param>
/// <param name="Staffing">Schools, not persons: never hidden.</param>
public sealed record PublicRow(string? Name, PublicCell Attained, PublicCell Participants, StaffingFigures Staffing);

/// <summary>What everybody may see.</summary>
public sealed record PublicBoard(string City, SchoolYear Year, PublicRow Total, IReadOnlyList<PublicRow> Rows);

/// <summary>Counts of city and counties for guests: no names, no schools, no cell below five.</summary>
public sealed class PublicFigures(FigureReader reader, PeopleDirectory people)
{
    /// <summary>The present year's counts.</summary>
    /// <exception cref="RefusedException">The site has no city yet, or the year no rules.</exception>
    public async Task<PublicBoard> ReadAsync(CancellationToken cancellationToken = default)
    {
        var all = await people.OrganizationsAsync(cancellationToken);
        var city =
            all.FirstOrDefault(organization => organization.Kind == OrganizationKind.City)
            ?? throw new RefusedException("还没有可以公开的数据") { Kind = RefusalKind.NotFound };
        var board = await reader.OfAsync(new FigurePlace(city, [], all), null, null, cancellationToken);
        var counties = board.Below.Where(row => row.Organization.Kind == OrganizationKind.County && !row.IsOwn).ToList();
        List<(string? Name, FigureCounts Counts, StaffingFigures Staffing)> rows =
        [
            .. counties.Select(row => ((string?)row.Organization.Area(), row.Counts, row.Staffing)),
        ];
        var others = board.Below.Except(counties).ToList();
        if (others.Count > 0)
            rows.Add((null, others.Select(row => row.Counts).Total(), StaffingOf(others)));
        var attained = SmallCells.Of([.. rows.Select(row => (row.Counts.Attained, row.Counts.Asked))]);
        var participants = SmallCells.Of([.. rows.Select(row => (row.Counts.Participants, row.Counts.Subject))]);
        var total = new PublicRow(
            null,
            SmallCells.Hide(board.Total.Attained, board.Total.Asked),
            SmallCells.Hide(board.Total.Participants, board.Total.Subject),
            board.Staffing
        );
        return new PublicBoard(
            city.Area(),
            board.Year,
            total,
            [.. rows.Select((row, place) => new PublicRow(row.Name, attained[place], participants[place], row.Staffing))]
        );
    }

    private static StaffingFigures StaffingOf(IReadOnlyList<FigureRow> rows) =>
        new(rows.Sum(row => row.Staffing.Staffed), rows.Sum(row => row.Staffing.Schools));
}
