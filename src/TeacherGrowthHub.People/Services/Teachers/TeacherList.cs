using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Teachers;

/// <summary>
/// The list of teachers within one's scope, by school, then name. Everything it filters and orders by stands in one index, so that counting
/// and paging 50,000 touch no other row than the twenty shown.
/// </summary>
public sealed class TeacherList(HubDbContext database)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 20;
    private static readonly DutyKind[] Kinds = Enum.GetValues<DutyKind>();

    /// <summary>A page; a number beyond the last gives the last.</summary>
    public async Task<TeacherPage> PageAsync(TeacherFilter filter, int number, HubUser user, CancellationToken cancellationToken = default)
    {
        var teachers = Matching(filter, user);
        var total = await teachers.CountAsync(cancellationToken);
        number = Math.Clamp(number, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var rows = await teachers
            .OrderBy(teacher => teacher.PresentPath)
            .ThenBy(teacher => teacher.Name)
            .ThenBy(teacher => teacher.TeacherNumber)
            .Skip((number - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancellationToken);
        return new TeacherPage(await RowsAsync(rows, cancellationToken), total, number);
    }

    private IQueryable<Teacher> Matching(TeacherFilter filter, HubUser user)
    {
        var teachers = Within(filter, user);
        if (filter.Duty is { } duty)
            teachers = Holding(teachers, duty);
        if (filter.Appointment is { } appointment)
            teachers = Holding(teachers, appointment);
        if (Typed.Clean(filter.Stage) is { } stage)
            teachers = teachers.Where(teacher => teacher.Stage == stage);
        if (Typed.Clean(filter.Title) is { } title)
            teachers = teachers.Where(teacher => teacher.Title == title);
        if (filter.Status is { } status)
            teachers = teachers.Where(teacher => teacher.Status == status);
        if (Typed.Clean(filter.Text) is { } text)
            teachers = teachers.Where(teacher => teacher.Name.Contains(text) || teacher.TeacherNumber.StartsWith(text));
        return teachers;
    }

    private IQueryable<Teacher> Within(TeacherFilter filter, HubUser user)
    {
        var all = database.Set<Teacher>().AsNoTracking();
        if (filter.WithoutSchool)
            return user.KeepsTheCity() ? all.Where(teacher => teacher.PresentPath == null) : all.Where(_ => false);
        var scopes = user.Scopes(PeoplePermissions.ManageTeachers);
        return all.Within(teacher => teacher.PresentPath!, filter.Organization is { } path ? Narrowed(scopes, path) : scopes);
    }

    // Where the chosen organisation and the scopes overlap: the narrower of the two.
    private static List<string> Narrowed(IEnumerable<string> scopes, string path) =>
        [
            .. scopes
                .Where(scope => OrganizationPath.Contains(scope, path) || OrganizationPath.Contains(path, scope))
                .Select(scope => scope.Length > path.Length ? scope : path)
                .Distinct(),
        ];

    private static IQueryable<Teacher> Holding(IQueryable<Teacher> teachers, DutyKind duty)
    {
        var bit = TeacherDuty.BitOf(duty);
        return teachers.Where(teacher => (teacher.PresentDuties & bit) != 0);
    }

    private async Task<IReadOnlyList<TeacherRow>> RowsAsync(List<Teacher> teachers, CancellationToken cancellationToken)
    {
        var paths = teachers.Select(teacher => teacher.PresentPath).Distinct().ToList();
        var schools = await database
            .Set<Organization>()
            .Where(organization => paths.Contains(organization.Path))
            .ToDictionaryAsync(organization => organization.Path, organization => organization.Name, cancellationToken);
        return [.. teachers.Select(teacher => ToRow(teacher, schools))];
    }

    private static TeacherRow ToRow(Teacher teacher, Dictionary<string, string> schools) =>
        new(
            teacher.Id,
            teacher.TeacherNumber,
            teacher.Name,
            teacher.PresentPath is { } path ? schools.GetValueOrDefault(path) : null,
            [.. Kinds.Where(kind => (teacher.PresentDuties & TeacherDuty.BitOf(kind)) != 0)],
            teacher.Stage,
            teacher.Title,
            teacher.Status,
            teacher.Mobile is { } mobile ? MobileNumber.Mask(mobile) : null
        );
}
