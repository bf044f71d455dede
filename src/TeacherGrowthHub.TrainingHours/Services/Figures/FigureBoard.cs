using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Figures;
using TeacherGrowthHub.TrainingHours.Domain.Rules;

namespace TeacherGrowthHub.TrainingHours.Services.Figures;

/// <summary>配备率: legal-person schools with a full-time psychology teacher, of all.</summary>
public sealed record StaffingFigures(int Staffed, int Schools)
{
    public int Unstaffed => Schools - Staffed;
    public int? Rate => Percent.Of(Staffed, Schools);
}

/// <summary>An organisation's line.</summary>
/// <param name="IsOwn">Only the people of the organisation itself, none below it: so that lines add up to their total.</param>
/// <param name="Change">Per cent against the end of last month; null without a snapshot of then.</param>
public sealed record FigureRow(Organization Organization, bool IsOwn, FigureCounts Counts, StaffingFigures Staffing, int? Change);

/// <summary>Everything the figures of an organisation and a school year show.</summary>
/// <param name="Above">From the top of the reader's scope down to the organisation above this one.</param>
/// <param name="Below">What lies directly below, and the organisation itself where people work in it.</param>
/// <param name="Unconfirmed">Schools whose year is not confirmed: they have no sure denominator.</param>
public sealed record FigureBoard(
    Organization Organization,
    IReadOnlyList<Organization> Above,
    SchoolYear Year,
    IReadOnlyList<SchoolYear> Years,
    RuleSet Rules,
    FigureCounts Total,
    StaffingFigures Staffing,
    IReadOnlyList<FigureRow> Below,
    IReadOnlyList<UnconfirmedSchool> Unconfirmed,
    FigureTrend Trend
)
{
    /// <summary>The county that is looked at closer on the city's page, with its schools; null on others.</summary>
    public FigureCloser? Closer { get; init; }

    /// <summary>Lines that have a rate, lowest first.</summary>
    public IReadOnlyList<FigureRow> Ranking => Ranked(Below);

    internal static IReadOnlyList<FigureRow> Ranked(IEnumerable<FigureRow> rows) =>
        [.. rows.Where(row => row.Counts.Rate is not null).OrderBy(row => row.Counts.Rate).ThenByDescending(row => row.Counts.Missing)];
}

/// <summary>A county with its schools, lowest rate first.</summary>
public sealed record FigureCloser(FigureRow County, IReadOnlyList<FigureRow> Ranking, int Schools);
