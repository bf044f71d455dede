using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.TrainingHours.Imports;

/// <summary>What rows of hours are held against: calendar, rules, closed years, teachers, what they have already.</summary>
internal sealed class HoursImportData(
    HubDbContext database,
    SchoolCalendar calendar,
    RuleBook book,
    TeacherLookup lookup,
    TeacherHistories histories
)
{
    private IReadOnlyList<SchoolYear> _years = [];
    private IReadOnlyList<RuleVersion> _versions = [];
    private HashSet<int> _closed = [];

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        _years = await calendar.YearsAsync(cancellationToken);
        _versions = await book.VersionsAsync(cancellationToken);
        _closed = [.. await database.Set<YearClosing>().Select(year => year.SchoolYear).ToListAsync(cancellationToken)];
    }

    public SchoolYear? YearOf(DateOnly day) => _years.FirstOrDefault(year => year.Start <= day && day <= year.End);

    /// <summary>The rules of the school year in which a day lies.</summary>
    public RuleVersion? RulesOn(DateOnly day) => YearOf(day) is { } year ? RuleVersion.Governing(_versions, year.Id) : null;

    public bool IsClosed(int schoolYear) => _closed.Contains(schoolYear);

    /// <summary>Labels of the kinds that workbooks may hold.</summary>
    public static string KindsOf(RuleSet rules) =>
        string.Join('、', rules.Kinds.Where(kind => kind.Form != ActivityForm.Achievement).Select(kind => kind.Label));

    /// <summary>By number; unknown numbers are left out.</summary>
    public async Task<Dictionary<string, TeacherHistory>> TeachersAsync(
        IReadOnlyCollection<string> numbers,
        CancellationToken cancellationToken
    )
    {
        var ids = await lookup.ByNumberAsync(numbers, cancellationToken);
        var people = await histories.OfAsync([.. ids.Values], cancellationToken);
        return people.Values.ToDictionary(teacher => teacher.TeacherNumber);
    }

    public Task<KnownHours> KnownAsync(
        IReadOnlyCollection<string> teacherIds,
        IReadOnlyCollection<int> schoolYears,
        CancellationToken cancellationToken
    ) => KnownHours.LoadAsync(database, teacherIds, schoolYears, cancellationToken);
}
