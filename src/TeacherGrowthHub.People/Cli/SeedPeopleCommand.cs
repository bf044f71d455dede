using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Cli;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.People.Cli;

/// <summary>Fills a site with many made-up teachers at its sample schools, to measure it. Their numbers begin with <c>sample-</c>.</summary>
public sealed class SeedPeopleCommand(HubDbContext database, PresentSchools schools, SchoolCalendar calendar, TimeProvider clock)
    : IHubCommand
{
    private const int DefaultTeachers = 50_000;
    private const int Batch = 1_000;
    private const int WrongArguments = 2;

    public string Verb => "seed people";

    public string Usage => "[NUMBER]: fill the sample schools with so many made-up teachers, 50000 unless told";

    public async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var teachers = arguments is [var typed, ..] ? int.Parse(typed, CultureInfo.InvariantCulture) : DefaultTeachers;
        var at = await SampleSchoolsAsync(cancellationToken);
        if (at.Count == 0)
        {
            await Console.Error.WriteLineAsync("There is no sample school: import the recipe \"organizations\" first.");
            return WrongArguments;
        }
        var first = await database.Set<Teacher>().CountAsync(t => t.TeacherNumber.StartsWith(SampleTeachers.Prefix), cancellationToken);
        var samples = new SampleTeachers(at, calendar.Today, () => HubId.New(clock));
        database.ChangeTracker.AutoDetectChangesEnabled = false;
        var watch = Stopwatch.StartNew();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        for (var done = 0; done < teachers; )
        {
            for (var end = Math.Min(teachers, done + Batch); done < end; done++)
                database.Add(samples.Next(first + done));
            await database.SaveChangesAsync(cancellationToken);
            database.ChangeTracker.Clear();
            Console.Write($"\r{done} of {teachers} teachers, {watch.Elapsed.TotalSeconds:0} s");
        }
        await schools.RefreshAllAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Console.WriteLine($"\r{teachers} teachers in {watch.Elapsed.TotalSeconds:0} s");
        return 0;
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
