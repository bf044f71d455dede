using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Workbooks;
using TeacherGrowthHub.Tests.People.Imports;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.TrainingHours.Imports;

/// <summary>Measures, on demand: <c>./hub test -class "*HoursImportCost" -explicit only</c>; the figures stand in docs/performance.md.</summary>
public sealed class HoursImportCost
{
    private const int Schools = 20;
    private const int TeachersOfASchool = 1_000;
    private const int Activities = 5;
    private const int Rows = Schools * TeachersOfASchool * Activities;

    [Theory(Explicit = true)]
    [ClassData(typeof(BothEngines))]
    public async Task Should_import_a_hundred_thousand_rows_within_a_minute(DatabaseProvider provider)
    {
        await using var site = await TestSite.StartAsync(provider);
        var stage = await HoursImportStage.SetAsync(site);
        await using var workbook = await WorkbookAsync(await NumbersAsync(site), stage.Day);
        await site.SettleAsync();
        // As the database's own housekeeping has done on any site that has these teachers.
        await site.InScopeAsync(services => services.GetRequiredService<HubDbContext>().Database.ExecuteSqlAsync($"ANALYZE"));

        var watch = Stopwatch.StartNew();
        var batch = await stage.CheckAsync(workbook);
        Report("dry run", watch);
        batch.Created.ShouldBe(Rows);
        await stage.ConfirmAsync(batch.Id);
        watch.Restart();
        (await stage.ApproveAsync(batch.Id, stage.Colleague)).State.ShouldBe(ImportState.Applied);
        Report("written and certified", watch);
        watch.Restart();
        (await stage.UndoAsync(batch.Id, stage.Officer)).State.ShouldBe(ImportState.Undone);
        Report("taken back", watch);

        void Report(string what, Stopwatch taken) =>
            Console.WriteLine(
                $"{provider}: {Rows} rows {what} in {taken.Elapsed.TotalSeconds:0.0} s, peak {Environment.WorkingSet >> 20} MB"
            );
    }

    private static async Task<List<string>> NumbersAsync(TestSite site)
    {
        var ids = new List<string>();
        for (var i = 0; i < Schools; i++)
            ids.AddRange(await ManyTeachers.MakeAsync(await HoursStage.SetAsync(site), TeachersOfASchool));
        return await site.InScopeAsync(services =>
            ImportStage
                .Set<Teacher>(services)
                .Where(teacher => EF.Parameter(ids).Contains(teacher.Id))
                .OrderBy(teacher => teacher.TeacherNumber)
                .Select(teacher => teacher.TeacherNumber)
                .ToListAsync()
        );
    }

    // The numbers are random: schools lie mixed, which costs most.
    private static async Task<Stream> WorkbookAsync(List<string> numbers, string day)
    {
        var file = new MemoryStream();
        var rows = Enumerable
            .Range(0, Activities)
            .SelectMany(activity =>
                numbers.Select(number => (IReadOnlyList<string?>)[number, $"培训{activity}", "集中培训", day, null, "3", null])
            );
        using (var book = new WorkbookWriter(file))
            await book.AddAsync(
                "学时",
                [.. HoursImportStage.Headers.Split(' ').Select(header => new SheetColumn(header))],
                rows.ToAsyncEnumerable()
            );
        file.Position = 0;
        return file;
    }
}
