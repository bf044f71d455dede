using Microsoft.AspNetCore.Identity;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Planning;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.People.Imports.Services;

/// <summary>Makes the planner of a kind.</summary>
public sealed class ImportPlanners(
    HubDbContext database,
    AuditTrail audit,
    SchoolCalendar calendar,
    PresentSchools schools,
    ILookupNormalizer normalizer,
    TimeProvider clock
)
{
    internal IRowPlanner Create(ImportBatch batch, HubUser user, bool writes)
    {
        var target = new ImportTarget(database, audit, user, batch.Id, calendar.Today, writes);
        return batch.Kind switch
        {
            ImportKind.Teachers => new TeacherPlanner(target, new AccountClaims(normalizer), schools, clock),
            ImportKind.Organizations => new OrganizationPlanner(target, clock),
            _ => new DutyPlanner(target, schools, clock),
        };
    }
}
