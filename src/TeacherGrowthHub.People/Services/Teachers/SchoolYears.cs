using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Teachers;

/// <summary>A school that has not confirmed the year.</summary>
public sealed record UnconfirmedSchool(string Id, string Name, string Path);

/// <summary>New school years: each school carries its duties forward and gives its word; who has not is named.</summary>
public sealed class SchoolYears(
    HubDbContext database,
    YearSheets sheets,
    PresentSchools schools,
    AuditTrail audit,
    SchoolCalendar calendar,
    TimeProvider clock
)
{
    /// <summary>Carries forward what is ticked, ends what is not, and writes the confirmation, all in one transaction. May be done again.</summary>
    /// <param name="schoolPath">The school.</param>
    /// <param name="choice">What is ticked.</param>
    /// <param name="fingerprint">Of the sheet that was shown.</param>
    /// <param name="user">Who confirms.</param>
    public async Task ConfirmAsync(
        string? schoolPath,
        YearChoice choice,
        string? fingerprint,
        HubUser user,
        CancellationToken cancellationToken = default
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            var sheet = await sheets.SheetAsync(schoolPath, user, cancellationToken);
            if (sheet.Fingerprint != fingerprint)
                throw new RefusedException("名单刚刚有变化，请核对后再确认") { Kind = RefusalKind.Conflict };
            var teachers = sheet.Lines.Select(line => line.Teacher).Distinct().ToList();
            var rules = sheets.RulesOf(sheet.Year, sheet.Confirmation);
            foreach (var teacher in teachers)
                rules.Apply(teacher, choice, () => HubId.New(clock));
            Confirm(sheet, rules.Changes, user);
            await database.SaveChangesAsync(cancellationToken);
            await schools.RefreshAsync([.. teachers.Select(teacher => teacher.Id)], cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (RefusedException)
        {
            database.ChangeTracker.Clear();
            throw;
        }
    }

    /// <summary>
    /// Open legal-person schools in one's scope that have not confirmed the present school year: without it no quota and no rate of theirs
    /// has a denominator. Empty where the calendar has no year for today.
    /// </summary>
    public async Task<IReadOnlyList<UnconfirmedSchool>> UnconfirmedAsync(HubUser user, CancellationToken cancellationToken = default) =>
        await calendar.YearOfAsync(calendar.Today, cancellationToken) is { } year
            ? await UnconfirmedAsync(year.Id, user.Scopes(PeoplePermissions.ManageTeachers), cancellationToken)
            : [];

    /// <summary>The same of a school year at and below some organisations.</summary>
    public async Task<IReadOnlyList<UnconfirmedSchool>> UnconfirmedAsync(
        int schoolYear,
        IReadOnlyCollection<string> paths,
        CancellationToken cancellationToken = default
    )
    {
        var today = calendar.Today;
        var all = await database
            .Set<Organization>()
            .AsNoTracking()
            .Within(school => school.Path, paths)
            .Where(school =>
                !database.Set<YearConfirmation>().Any(row => row.OrganizationId == school.Id && row.SchoolYearId == schoolYear)
            )
            .ToListAsync(cancellationToken);
        // Sorted while the counties are among them.
        return
        [
            .. all.InTreeOrder()
                .Where(school => school.IsSchool && school.IsLegalPerson && school.IsOpen(today))
                .Select(school => new UnconfirmedSchool(school.Id, school.Name, school.Path)),
        ];
    }

    private void Confirm(YearSheet sheet, IReadOnlyList<YearChange> changes, HubUser user)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (sheet.Confirmation is { } earlier)
            (earlier.ConfirmedAt, earlier.ConfirmedBy) = (now, user.Name);
        else
            database.Add(
                new YearConfirmation
                {
                    OrganizationId = sheet.School.Id,
                    SchoolYearId = sheet.Year.Id,
                    ConfirmedAt = now,
                    ConfirmedBy = user.Name,
                }
            );
        audit.Record(
            user,
            "Year.Confirmed",
            nameof(YearConfirmation),
            $"{sheet.School.Id}/{sheet.Year.Id}",
            after: new { Changes = changes },
            path: sheet.School.Path
        );
    }
}
