using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;
using Columns = TeacherGrowthHub.People.Imports.Planning.ImportColumns.Duties;

namespace TeacherGrowthHub.People.Imports.Planning;

/// <summary>Rows of duties. The same teacher, duty, first day and class is the same duty.</summary>
internal sealed class DutyPlanner(ImportTarget target, PresentSchools schools, TimeProvider clock) : IRowPlanner
{
    private readonly HashSet<string> _touched = [];
    private OrganizationIndex? _organizations;
    private Dictionary<string, Teacher> _teachers = [];

    // Two spellings of a day or a duty are one key; what cannot be read is refused before keys matter.
    public string KeyOf(ImportRow row) =>
        string.Join(
            '|',
            row.Shown(Columns.Number).ToUpperInvariant(),
            DutyWords.Parse(row.Shown(Columns.Kind)),
            row.ShownDay(Columns.From),
            row.Shown(Columns.Class)
        );

    public async Task LoadAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        _organizations ??= await OrganizationIndex.LoadAsync(target.Query<Organization>(), cancellationToken);
        var numbers = rows.Select(row => row.Shown(Columns.Number)).Distinct().ToList();
        _teachers = await target
            .Query<Teacher>()
            .Include(teacher => teacher.Posts)
            .Include(teacher => teacher.Duties)
            .Where(teacher => numbers.Contains(teacher.TeacherNumber))
            .AsSplitQuery()
            .ToDictionaryAsync(teacher => teacher.TeacherNumber, cancellationToken);
    }

    public PlannedRow Plan(ImportRow row)
    {
        var teacher = Teacher(row.Text(Columns.Number)!);
        var kind = row.Choice(Columns.Kind, DutyWords.Parse)!.Value;
        var from = row.Day(Columns.From)!.Value;
        var className = row.Text(Columns.Class);
        var duty = teacher.Duties.FirstOrDefault(d => d.Kind == kind && d.From == from && d.ClassName == className);
        var profile = new DutyProfile(
            kind,
            from,
            row.Day(Columns.To, duty?.To),
            row.Text(Columns.Document, duty?.Document),
            className
        ).Checked(target.Today);
        var label = $"{teacher.Name} {DutyWords.Of(kind)} {Changes.Text(from)}";
        return duty is null ? Create(teacher, profile, label) : Change(teacher, duty, profile, label);
    }

    public async Task StoredAsync(CancellationToken cancellationToken)
    {
        if (_touched.Count > 0)
            await schools.RefreshAsync(_touched, cancellationToken);
        _touched.Clear();
    }

    private Teacher Teacher(string number)
    {
        var teacher = _teachers.GetValueOrDefault(number) ?? throw Refuse("没有工号为“{0}”的教师，请先导入教师", number);
        var mayKeep = PathOf(teacher) is { } path ? target.User.Can(PeoplePermissions.ManageTeachers, path) : target.User.KeepsTheCity();
        return mayKeep ? teacher : throw Refuse("工号“{0}”的教师不在您的管理范围内", number);
    }

    private PlannedRow Create(Teacher teacher, DutyProfile profile, string label)
    {
        var duty = teacher.AddDuty(profile, HubId.New(clock));
        _touched.Add(teacher.Id);
        target.Record("Duty.Created", nameof(TeacherDuty), duty.Id, null, State(teacher, duty), PathOf(teacher));
        return new PlannedRow(teacher.TeacherNumber, label, null);
    }

    private PlannedRow Change(Teacher teacher, TeacherDuty duty, DutyProfile profile, string label)
    {
        var changes = Changes.Between(Values(duty.To, duty.Document), Values(profile.To, profile.Document));
        if (changes.Count > 0)
        {
            var before = State(teacher, duty);
            (duty.To, duty.Document) = (profile.To, profile.Document);
            _touched.Add(teacher.Id);
            target.Record("Duty.Changed", nameof(TeacherDuty), duty.Id, before, State(teacher, duty), PathOf(teacher));
        }
        return new PlannedRow(teacher.TeacherNumber, label, changes);
    }

    private static Dictionary<ImportColumn, string?> Values(DateOnly? to, string? document) =>
        new() { [Columns.To] = Changes.Text(to), [Columns.Document] = document };

    private static object State(Teacher teacher, TeacherDuty duty) =>
        new
        {
            TeacherId = teacher.Id,
            duty.Kind,
            duty.From,
            duty.To,
            duty.Document,
            duty.ClassName,
        };

    private string? PathOf(Teacher teacher) =>
        teacher.KeepingPostOn(target.Today) is { } post ? _organizations!.OfId(post.OrganizationId)?.Path : null;

    private static RefusedException Refuse(string text, string number) => new(text, number) { Field = "TeacherNumber" };
}
