using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Planning;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.People.Imports.Kinds;

/// <summary>Workbooks of teachers' duties.</summary>
internal sealed class DutyImport(HubDbContext database, PresentSchools schools, TimeProvider clock) : IImportKind
{
    public const string Kind = "duties";

    public string Code => Kind;
    public string Label => "职责";
    public int Order => 30;
    public string Permission => PeoplePermissions.ManageTeachers;
    public string ExportAction => "Duties.Exported";
    public IReadOnlyList<ImportColumn> Columns => ImportColumns.Duties.All;

    public IRowPlanner Planner(ImportTarget target) => new DutyPlanner(target, schools, clock);

    public IAsyncEnumerable<IReadOnlyDictionary<ImportColumn, string?>> ExportAsync(
        IReadOnlyList<string> scopes,
        int? schoolYear,
        CancellationToken cancellationToken
    ) =>
        database
            .Set<Teacher>()
            .AsNoTracking()
            .Within(teacher => teacher.PresentPath!, scopes)
            .SelectMany(teacher => teacher.Duties, (teacher, duty) => new { teacher.TeacherNumber, Duty = duty })
            .OrderBy(row => row.TeacherNumber)
            .ThenBy(row => row.Duty.From)
            .AsAsyncEnumerable()
            .Select(row => new Dictionary<ImportColumn, string?>
            {
                [ImportColumns.Duties.Number] = row.TeacherNumber,
                [ImportColumns.Duties.Kind] = DutyWords.Of(row.Duty.Kind),
                [ImportColumns.Duties.From] = Changes.Text(row.Duty.From),
                [ImportColumns.Duties.To] = Changes.Text(row.Duty.To),
                [ImportColumns.Duties.Document] = row.Duty.Document,
                [ImportColumns.Duties.Class] = row.Duty.ClassName,
            });
}
