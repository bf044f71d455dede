using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Organizations;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Figures;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.TrainingHours.Services.Figures;

/// <summary>Reads the figures of a city, a county or a school.</summary>
public sealed class FigureReader(
    FigureAccess access,
    FigureCache cache,
    FigureCounting counting,
    FigureTrends trends,
    SchoolStaffing staffing,
    SchoolYears confirmations,
    HourYears begun,
    RuleBook book
)
{
    /// <summary>The board of an organisation.</summary>
    /// <param name="path">Its path; null takes the highest one in scope.</param>
    /// <param name="schoolYear">Null takes the present one.</param>
    /// <param name="closer">Path of the county to look at closer; null takes the one with the lowest rate.</param>
    /// <exception cref="RefusedException">Outside the scope, or a year without rules.</exception>
    public async Task<FigureBoard> OfAsync(
        string? path,
        int? schoolYear,
        string? closer,
        HubUser user,
        CancellationToken cancellationToken = default
    ) => await OfAsync(await access.FindAsync(path, user, cancellationToken), schoolYear, closer, cancellationToken);

    /// <summary>The board of an organisation whose figures may be seen.</summary>
    internal async Task<FigureBoard> OfAsync(FigurePlace place, int? schoolYear, string? closer, CancellationToken cancellationToken)
    {
        var (here, years) = (place.Organization, await begun.BegunAsync(cancellationToken));
        var year =
            years.FirstOrDefault(year => schoolYear is null || year.Id == schoolYear)
            ?? throw new RefusedException("{0} 学年还没有学时规则", schoolYear ?? 0) { Kind = RefusalKind.NotFound };
        var (counts, schools) = await CountsAsync(here, year, cancellationToken);
        var below = place.Within.Where(organization => organization.ParentId == here.Id).ToList();
        List<string> drawn = [here.Path, .. below.Where(organization => !organization.IsSchool).Select(organization => organization.Path)];
        var snapshots = await trends.ReadAsync(drawn, cancellationToken);
        var lines = new Lines(counts, schools, (at, now) => trends.Change(snapshots, at, year, now));
        var total = lines.Of(here);
        var board = new FigureBoard(
            here,
            place.Above,
            year,
            years,
            (await book.OfAsync(year.Id, cancellationToken)).Rules,
            total.Counts,
            total.Staffing,
            lines.Below(here, below),
            await confirmations.UnconfirmedAsync(year.Id, [here.Path], cancellationToken),
            trends.Of(year, snapshots, [(here, total.Counts)])
        );
        if (Closer(board, closer, place, lines) is not { } county)
            return board;
        (Organization, FigureCounts)[] two = [(here, total.Counts), (county.County.Organization, county.County.Counts)];
        return board with { Closer = county, Trend = trends.Of(year, snapshots, two) };
    }

    private Task<(IReadOnlyDictionary<string, FigureCounts> Counts, IReadOnlyList<StaffedSchool> Schools)> CountsAsync(
        Organization here,
        SchoolYear year,
        CancellationToken cancellationToken
    ) =>
        here.IsSchool
            ? CountAsync(here, year, cancellationToken)
            : cache.GetAsync((nameof(FigureCache), here.Path, year.Id), () => CountAsync(here, year, CancellationToken.None));

    private async Task<(IReadOnlyDictionary<string, FigureCounts> Counts, IReadOnlyList<StaffedSchool> Schools)> CountAsync(
        Organization here,
        SchoolYear year,
        CancellationToken cancellationToken
    ) => (await counting.BySchoolAsync(here.Path, year, cancellationToken), await staffing.OfAsync(here.Path, cancellationToken));

    private static FigureCloser? Closer(FigureBoard board, string? path, FigurePlace place, Lines lines)
    {
        var counties = board.Below.Where(row => row.Organization.Kind == OrganizationKind.County && !row.IsOwn).ToList();
        var county = counties.Find(row => row.Organization.Path == path) ?? FigureBoard.Ranked(counties).FirstOrDefault();
        if (county is null)
            return null;
        var schools = lines.Below(county.Organization, place.Within.Where(school => school.ParentId == county.Organization.Id));
        return new FigureCloser(county, FigureBoard.Ranked(schools), schools.Count(row => !row.IsOwn));
    }

    /// <summary>Folds the counts of schools into lines.</summary>
    private sealed class Lines(
        IReadOnlyDictionary<string, FigureCounts> counts,
        IReadOnlyList<StaffedSchool> schools,
        Func<string, FigureCounts, int?> change
    )
    {
        public FigureRow Of(Organization organization)
        {
            var path = organization.Path;
            var now = counts.Where(pair => OrganizationPath.Contains(path, pair.Key)).Select(pair => pair.Value).Total();
            var own = schools.Where(school => OrganizationPath.Contains(path, school.Path)).ToList();
            return new(organization, false, now, new(own.Count(school => school.HasFullTime), own.Count), change(path, now));
        }

        public IReadOnlyList<FigureRow> Below(Organization organization, IEnumerable<Organization> below)
        {
            var rows = below.Select(Of).Where(row => row.Organization.ClosedOn is null || row.Counts.Asked > 0).ToList();
            if (counts.TryGetValue(organization.Path, out var own))
                rows.Add(new(organization, true, own, new(0, 0), null));
            return rows;
        }
    }
}
