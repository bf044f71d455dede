using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Planning;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.People.Imports.Kinds;

/// <summary>Workbooks of teachers, their schools and accounts. Exports hold whole mobile numbers.</summary>
internal sealed class TeacherImport(HubDbContext database, PresentSchools schools, ILookupNormalizer normalizer, TimeProvider clock)
    : IImportKind
{
    public const string Kind = "teachers";

    public string Code => Kind;
    public string Label => "教师";
    public int Order => 10;
    public string Permission => PeoplePermissions.ManageTeachers;
    public string ExportAction => "Teachers.Exported";
    public IReadOnlyList<ImportColumn> Columns => ImportColumns.Teachers.All;

    public IRowPlanner Planner(ImportTarget target) => new TeacherPlanner(target, new AccountClaims(normalizer), schools, clock);

    public async Task<ColumnChoices?> ChoicesAsync(HubUser user, CancellationToken cancellationToken)
    {
        var index = await OrganizationIndex.LoadAsync(database.Set<Organization>(), cancellationToken);
        var places = index.Open(user, Permission).Where(organization => organization.IsSchool).Select(index.WordFor);
        return new ColumnChoices(ImportColumns.Teachers.School, [.. places]);
    }

    public async IAsyncEnumerable<IReadOnlyDictionary<ImportColumn, string?>> ExportAsync(
        IReadOnlyList<string> scopes,
        int? schoolYear,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var organizations = await OrganizationIndex.LoadAsync(database.Set<Organization>(), cancellationToken);
        var teachers = database
            .Set<Teacher>()
            .AsNoTracking()
            .Within(teacher => teacher.PresentPath!, scopes)
            .OrderBy(teacher => teacher.PresentPath)
            .ThenBy(teacher => teacher.TeacherNumber)
            .Include(teacher => teacher.Posts)
            .Select(teacher => new
            {
                Teacher = teacher,
                HasAccount = database.Set<Account>().Any(account => account.TeacherId == teacher.Id),
            });
        await foreach (var row in teachers.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var values = Changes.Values(row.Teacher.Profile);
            var post = row.Teacher.Posts.MaxBy(p => p.From);
            values[ImportColumns.Teachers.School] =
                post is not null && organizations.OfId(post.OrganizationId) is { } school ? organizations.WordFor(school) : null;
            values[ImportColumns.Teachers.From] = Changes.Text(post?.From);
            values[ImportColumns.Teachers.Account] = Changes.Text(row.HasAccount);
            yield return values;
        }
    }
}
