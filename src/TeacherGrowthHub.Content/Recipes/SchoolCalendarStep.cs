using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Recipes;

namespace TeacherGrowthHub.Content.Recipes;

/// <summary>Private step <c>TeacherGrowthHub.SchoolCalendar</c>: school years with their terms.</summary>
public sealed class SchoolCalendarStep(HubDbContext database, SchoolCalendar calendar) : IRecipeStep
{
    public sealed record TermItem(int Number, DateOnly Start, DateOnly End);

    public sealed record YearItem(int Year, DateOnly Start, DateOnly End, List<TermItem> Terms);

    public string Name => "TeacherGrowthHub.SchoolCalendar";

    public async Task ImportAsync(JsonObject step, RecipeImport import, CancellationToken cancellationToken)
    {
        foreach (var item in step.Items<YearItem>("SchoolYears"))
        {
            if (item.End <= item.Start || item.Terms.Any(term => term.Start < item.Start || term.End > item.End || term.End <= term.Start))
                throw new RefusedException("学年 {0} 的起止日期不对", item.Year);
            if (
                await database
                    .Set<SchoolYear>()
                    .AnyAsync(y => y.Id != item.Year && y.Start <= item.End && item.Start <= y.End, cancellationToken)
            )
                throw new RefusedException("学年 {0} 与另一个学年重叠", item.Year);
            var year = await database
                .Set<SchoolYear>()
                .Include(y => y.Terms)
                .SingleOrDefaultAsync(y => y.Id == item.Year, cancellationToken);
            if (year is null)
                database.Add(year = new SchoolYear { Id = item.Year });
            (year.Start, year.End) = (item.Start, item.End);
            foreach (var term in item.Terms)
                SetTerm(year, term);
            import.ReportChange(database, Name, item.Year.ToString());
            await database.SaveChangesAsync(cancellationToken);
            calendar.Changed();
        }
    }

    public async IAsyncEnumerable<JsonObject> ExportAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var years = await database.Set<SchoolYear>().Include(y => y.Terms).AsNoTracking().OrderBy(y => y.Id).ToListAsync(cancellationToken);
        if (years.Count > 0)
            yield return RecipeJson.Step(
                Name,
                "SchoolYears",
                years.Select(y => new YearItem(
                    y.Id,
                    y.Start,
                    y.End,
                    [.. y.Terms.OrderBy(t => t.Number).Select(t => new TermItem(t.Number, t.Start, t.End))]
                ))
            );
    }

    private static void SetTerm(SchoolYear year, TermItem item)
    {
        var term = year.Terms.SingleOrDefault(t => t.Number == item.Number);
        if (term is null)
            year.Terms.Add(term = new Term { Number = item.Number });
        (term.Start, term.End) = (item.Start, item.End);
    }
}
