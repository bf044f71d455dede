using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Recipes;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.People.Recipes;

/// <summary>Private step <c>TeacherGrowthHub.Teachers</c>: teachers with their dated posts and duties.</summary>
public sealed class TeachersStep(HubDbContext database, PresentSchools schools, SchoolCalendar calendar) : IRecipeStep
{
    public string Name => "TeacherGrowthHub.Teachers";

    public async Task ImportAsync(JsonObject step, RecipeImport import, CancellationToken cancellationToken)
    {
        var organizations = await database.Set<Organization>().AsNoTracking().ToDictionaryAsync(o => o.Path, cancellationToken);
        foreach (var item in step.Items<TeacherItem>("Teachers", item => item.TeacherId))
        {
            if (!HubId.IsValid(item.TeacherId) || (item.Mobile is not null && !MobileNumber.IsValid(item.Mobile)))
                throw new RefusedException("教师 {0} 的编号或手机号不合规", item.Name);
            var teacher = await FindOrAddAsync(item, cancellationToken);
            teacher.Apply(item.Profile().Checked(calendar.Today));
            foreach (var post in item.Posts ?? [])
                SetPost(teacher, post, organizations);
            foreach (var duty in item.Duties ?? [])
                SetDuty(teacher, duty);
            import.ReportChange(database, Name, item.TeacherNumber);
            await database.SaveChangesAsync(cancellationToken);
            await schools.RefreshAsync([teacher.Id], cancellationToken);
        }
    }

    public async IAsyncEnumerable<JsonObject> ExportAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var teachers = await database
            .Set<Teacher>()
            .AsNoTracking()
            .Include(teacher => teacher.Duties)
            .Include(teacher => teacher.Posts)
                .ThenInclude(post => post.Organization)
            .OrderBy(teacher => teacher.Id)
            .ToListAsync(cancellationToken);
        if (teachers.Count > 0)
            yield return RecipeJson.Step(Name, "Teachers", teachers.Select(TeacherItem.Of));
    }

    private async Task<Teacher> FindOrAddAsync(TeacherItem item, CancellationToken cancellationToken)
    {
        var found = await database
            .Set<Teacher>()
            .Include(teacher => teacher.Posts)
            .Include(teacher => teacher.Duties)
            .SingleOrDefaultAsync(teacher => teacher.Id == item.TeacherId, cancellationToken);
        if (found is not null)
            return found;
        var teacher = new Teacher
        {
            Id = item.TeacherId,
            TeacherNumber = item.TeacherNumber,
            Name = item.Name,
        };
        database.Add(teacher);
        return teacher;
    }

    private static void SetPost(Teacher teacher, TeacherItem.PostItem item, Dictionary<string, Organization> organizations)
    {
        if (!organizations.TryGetValue(item.Organization, out var organization))
            throw new RefusedException("教师 {0} 的单位 {1} 不存在", teacher.Name, item.Organization);
        organization.EnsureOpen(item.To ?? DateOnly.MaxValue);
        if (teacher.Posts.SingleOrDefault(post => post.Id == item.PostId) is { } existing)
            existing.To = item.To;
        else
            teacher.Posts.Add(
                new TeacherPost
                {
                    Id = item.PostId,
                    OrganizationId = organization.Id,
                    From = item.From,
                    To = item.To,
                    IsSecondary = item.IsSecondary ?? false,
                }
            );
    }

    private static void SetDuty(Teacher teacher, TeacherItem.DutyItem item)
    {
        if (teacher.Duties.SingleOrDefault(duty => duty.Id == item.DutyId) is { } existing)
            (existing.To, existing.Document, existing.ClassName) = (item.To, item.Document, item.ClassName);
        else
            teacher.Duties.Add(
                new TeacherDuty
                {
                    Id = item.DutyId,
                    Kind = item.Kind,
                    From = item.From,
                    To = item.To,
                    Document = item.Document,
                    ClassName = item.ClassName,
                }
            );
    }
}
