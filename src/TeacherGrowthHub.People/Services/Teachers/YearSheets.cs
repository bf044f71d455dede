using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Teachers;

/// <summary>The sheet of a school for the present school year.</summary>
/// <param name="School">The school.</param>
/// <param name="Year">The year in which today lies.</param>
/// <param name="Confirmation">The last confirmation; null when there is none.</param>
/// <param name="Lines">By kind of duty, then name.</param>
/// <param name="Fingerprint">Of the lines: what is confirmed must be what was shown.</param>
public sealed record YearSheet(
    Organization School,
    SchoolYear Year,
    YearConfirmation? Confirmation,
    IReadOnlyList<YearLine> Lines,
    string Fingerprint
);

/// <summary>What a school sees before it confirms a school year.</summary>
public sealed class YearSheets(HubDbContext database, TeacherRecords records, SchoolCalendar calendar)
{
    /// <summary>The school year in which today lies.</summary>
    /// <exception cref="RefusedException">The calendar has none.</exception>
    public async Task<SchoolYear> PresentAsync(CancellationToken cancellationToken = default) =>
        await calendar.YearOfAsync(calendar.Today, cancellationToken)
        ?? throw new RefusedException("校历里没有今天所在的学年，请先维护校历");

    /// <summary>A school's sheet.</summary>
    public async Task<YearSheet> SheetAsync(string? schoolPath, HubUser user, CancellationToken cancellationToken = default)
    {
        var school = await records.SchoolAsync(schoolPath, user, cancellationToken: cancellationToken);
        var year = await PresentAsync(cancellationToken);
        var confirmation = await database
            .Set<YearConfirmation>()
            .SingleOrDefaultAsync(row => row.OrganizationId == school.Id && row.SchoolYearId == year.Id, cancellationToken);
        var rules = RulesOf(year, confirmation);
        var teachers = await TeachersOf(school).ToListAsync(cancellationToken);
        List<YearLine> lines =
        [
            .. teachers
                .SelectMany(rules.LinesOf)
                .OrderBy(line => line.Kind)
                .ThenBy(line => line.Duty?.ClassName, StringComparer.Ordinal)
                .ThenBy(line => line.Teacher.Name, StringComparer.Ordinal)
                .ThenBy(line => line.Teacher.TeacherNumber, StringComparer.Ordinal),
        ];
        return new YearSheet(school, year, confirmation, lines, FingerprintOf(lines));
    }

    /// <summary>The rules by which such a sheet is carried forward.</summary>
    public NewYear RulesOf(SchoolYear year, YearConfirmation? confirmation) =>
        new(year.Start, calendar.Today, isConfirmed: confirmation is not null);

    private IQueryable<Teacher> TeachersOf(Organization school)
    {
        var today = calendar.Today;
        return records
            .WithHistory()
            .Where(teacher => teacher.Status == TeacherStatus.InPost || teacher.Status == TeacherStatus.OnLeave)
            .Where(teacher =>
                teacher.Posts.Any(post =>
                    post.OrganizationId == school.Id && !post.IsSecondary && post.From <= today && (post.To == null || today <= post.To)
                )
            );
    }

    private static string FingerprintOf(IEnumerable<YearLine> lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines.Select(line => line.Key)))));
}
