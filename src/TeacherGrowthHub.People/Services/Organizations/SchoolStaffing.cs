using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Organizations;

/// <summary>A school in the denominator of the staffing rate.</summary>
/// <param name="HasFullTime">Whether a full-time psychology teacher works there today.</param>
public sealed record StaffedSchool(string Path, string Name, bool IsUrban, bool HasFullTime);

/// <summary>配备率 (policy item 二; domain 0.4): legal-person schools that have a full-time psychology teacher, as they are today.</summary>
public sealed class SchoolStaffing(HubDbContext database, SchoolCalendar calendar)
{
    private static readonly int FullTime = TeacherDuty.BitOf(DutyKind.FullTimePsych);

    /// <summary>Open legal-person schools at and below a path, in the order of the tree. Teaching points are none of them.</summary>
    public async Task<IReadOnlyList<StaffedSchool>> OfAsync(string path, CancellationToken cancellationToken = default)
    {
        var today = calendar.Today;
        var staffed = database
            .Set<Teacher>()
            .Within(teacher => teacher.PresentPath!, [path])
            .Where(teacher => (teacher.PresentDuties & FullTime) != 0)
            .Where(teacher => teacher.Status == TeacherStatus.InPost || teacher.Status == TeacherStatus.OnLeave)
            .Select(teacher => teacher.PresentPath);
        return await database
            .Set<Organization>()
            .Within(school => school.Path, [path])
            .Where(school => school.Kind == OrganizationKind.School || school.Kind == OrganizationKind.CityRunSchool)
            .Where(school => school.IsLegalPerson && (school.ClosedOn == null || today < school.ClosedOn))
            .OrderBy(school => school.Path)
            .Select(school => new StaffedSchool(school.Path, school.Name, school.IsUrban, staffed.Contains(school.Path)))
            .ToListAsync(cancellationToken);
    }
}
