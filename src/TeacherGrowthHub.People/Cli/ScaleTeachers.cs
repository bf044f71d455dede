using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Cli;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.People.Cli;

/// <summary>Fills a site with many made-up teachers at its sample schools, to measure it. Their numbers begin with <c>sample-</c>.</summary>
public sealed class ScaleTeachers(HubDbContext database, PresentSchools schools, SchoolCalendar calendar, TimeProvider clock) : IScaleSeed
{
    private const int Batch = 1_000;

    public int Order => 10;

    public string Option => "teachers";

    public async Task SeedAsync(int count, CancellationToken cancellationToken)
    {
        var at = await SampleSchoolsAsync(cancellationToken);
        if (at.Count == 0)
            throw new RefusedException("没有示例学校：请先导入组织配方");
        var first = await database.Set<Teacher>().CountAsync(t => t.TeacherNumber.StartsWith(SampleTeachers.Prefix), cancellationToken);
        var samples = new SampleTeachers(at, calendar.Today, () => HubId.New(clock));
        database.ChangeTracker.AutoDetectChangesEnabled = false;
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        for (var done = 0; done < count; )
        {
            for (var end = Math.Min(count, done + Batch); done < end; done++)
                database.Add(samples.Next(first + done));
            await database.SaveChangesAsync(cancellationToken);
            database.ChangeTracker.Clear();
            Console.Write($"\r{done} teachers");
        }
        await schools.RefreshAllAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        database.ChangeTracker.AutoDetectChangesEnabled = true;
    }

    private Task<List<string>> SampleSchoolsAsync(CancellationToken cancellationToken) =>
        database
            .Set<Organization>()
            .Where(school => school.IsSample)
            .Where(school => school.Kind == OrganizationKind.School || school.Kind == OrganizationKind.CityRunSchool)
            .OrderBy(school => school.Path)
            .Select(school => school.Id)
            .ToListAsync(cancellationToken);
}
