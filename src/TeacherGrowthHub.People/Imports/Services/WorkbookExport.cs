using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Planning;
using TeacherGrowthHub.People.Imports.Workbooks;

namespace TeacherGrowthHub.People.Imports.Services;

/// <summary>What lies within somebody's scope as a workbook with the columns of the import: corrected, it can be imported again.</summary>
public sealed class WorkbookExport(HubDbContext database, AuditTrail audit)
{
    private OrganizationIndex _organizations = new();

    /// <returns>The workbook, to be read from its beginning. Mobile numbers are whole, which the audit trail notes.</returns>
    /// <exception cref="RefusedException">Nothing of the kind may be managed anywhere.</exception>
    public async Task<Stream> CreateAsync(ImportKind kind, HubUser user, CancellationToken cancellationToken)
    {
        var permission = kind == ImportKind.Organizations ? PeoplePermissions.EditOrganizations : PeoplePermissions.ManageTeachers;
        var scopes = user.Scopes(permission);
        if (scopes.Count == 0)
            throw new RefusedException("您没有导出这类数据的权限") { Kind = RefusalKind.Forbidden };
        _organizations = await OrganizationIndex.LoadAsync(database.Set<Organization>(), cancellationToken);
        var columns = ImportColumns.Of(kind);
        var count = 0;
        var file = TemporaryFile.Create();
        using (var book = new WorkbookWriter(file))
            await book.AddAsync(
                kind.Label(),
                [.. columns.Select(column => new SheetColumn(column.Header, column.Shape, column.IsRequired))],
                Rows(kind, scopes).Select(values => Counted(values)),
                cancellationToken: cancellationToken
            );
        audit.Record(user, ActionOf(kind), nameof(Organization), scopes[0], after: new { scopes, Rows = count }, path: scopes[0]);
        await database.SaveChangesAsync(cancellationToken);
        file.Position = 0;
        return file;

        IReadOnlyList<string?> Counted(Dictionary<ImportColumn, string?> values)
        {
            count++;
            return [.. columns.Select(values.GetValueOrDefault)];
        }
    }

    private static string ActionOf(ImportKind kind) =>
        kind switch
        {
            ImportKind.Teachers => "Teachers.Exported",
            ImportKind.Organizations => "Organizations.Exported",
            _ => "Duties.Exported",
        };

    private IAsyncEnumerable<Dictionary<ImportColumn, string?>> Rows(ImportKind kind, IReadOnlyList<string> scopes) =>
        kind switch
        {
            ImportKind.Teachers => Teachers(scopes),
            ImportKind.Organizations => Organizations(scopes),
            _ => Duties(scopes),
        };

    private IAsyncEnumerable<Dictionary<ImportColumn, string?>> Teachers(IReadOnlyList<string> scopes) =>
        Within(scopes)
            .Include(teacher => teacher.Posts)
            .Select(teacher => new
            {
                Teacher = teacher,
                HasAccount = database.Set<Account>().Any(account => account.TeacherId == teacher.Id),
            })
            .AsAsyncEnumerable()
            .Select(row =>
            {
                var values = Changes.Values(row.Teacher.Profile);
                var post = row.Teacher.Posts.MaxBy(p => p.From);
                values[ImportColumns.Teachers.School] = post is null ? null : NameOf(post.OrganizationId);
                values[ImportColumns.Teachers.From] = Changes.Text(post?.From);
                values[ImportColumns.Teachers.Account] = Changes.Text(row.HasAccount);
                return values;
            });

    private IAsyncEnumerable<Dictionary<ImportColumn, string?>> Duties(IReadOnlyList<string> scopes) =>
        Within(scopes)
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

    private IAsyncEnumerable<Dictionary<ImportColumn, string?>> Organizations(IReadOnlyList<string> scopes) =>
        _organizations
            .All.InTreeOrder()
            .Where(organization => scopes.Any(scope => OrganizationPath.Contains(scope, organization.Path)))
            .Where(organization => organization.Kind != OrganizationKind.City && organization.ClosedOn == null)
            .ToAsyncEnumerable()
            .Select(organization =>
            {
                var values = Changes.Values(organization.Profile);
                values[ImportColumns.Organizations.Code] = organization.Code;
                values[ImportColumns.Organizations.Kind] = KindLabels.Of(organization.Kind);
                values[ImportColumns.Organizations.Parent] = _organizations.OfId(organization.ParentId!)?.Path.TrimEnd('/');
                return values;
            });

    private IQueryable<Teacher> Within(IReadOnlyList<string> scopes) =>
        database
            .Set<Teacher>()
            .AsNoTracking()
            .Within(teacher => teacher.PresentPath!, scopes)
            .OrderBy(teacher => teacher.PresentPath)
            .ThenBy(teacher => teacher.TeacherNumber);

    private string? NameOf(string organizationId) =>
        _organizations.OfId(organizationId) is { } organization ? _organizations.WordFor(organization) : null;
}
