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
    private Dictionary<string, TeacherHistory> _teachers = [];

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

    /// <summary>What the teachers of the loaded rows have already.</summary>
    public KnownHours Known { get; private set; } = null!;

    /// <summary>A teacher of the loaded rows; null for an unknown number.</summary>
    public TeacherHistory? Teacher(string number) => _teachers.GetValueOrDefault(number);

    /// <summary>Loads what the next rows are about.</summary>
    public async Task LoadAsync(
        IReadOnlyCollection<string> numbers,
        IReadOnlyCollection<DateOnly> days,
        CancellationToken cancellationToken
    )
    {
        var ids = await lookup.ByNumberAsync(numbers, cancellationToken);
        var people = await histories.OfAsync([.. ids.Values], cancellationToken);
        _teachers = people.Values.ToDictionary(teacher => teacher.TeacherNumber);
        var years = days.Select(YearOf).OfType<SchoolYear>().Select(year => year.Id).Distinct();
        Known = await KnownHours.LoadAsync(database, [.. ids.Values], [.. years], cancellationToken);
    }
}
