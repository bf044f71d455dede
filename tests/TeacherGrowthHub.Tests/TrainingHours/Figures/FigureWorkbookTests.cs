using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Services.Figures;

namespace TeacherGrowthHub.Tests.TrainingHours.Figures;

public sealed partial class FigureWorkbookTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_hold_formulas_that_add_up_to_what_is_saved_with_them(DatabaseProvider provider)
    {
        var stage = await FigureStage.SetAsync(provider);
        var second = await new Cast(stage.Site).SchoolAsync(stage.County.Path);
        await stage.PersonAsync(
            [(DutyKind.ClassTeacher, 10, StandingState.Met), (DutyKind.SubjectTeacher, 5, StandingState.Met)],
            subject: true,
            activities: 3
        );
        await stage.PersonAsync([(DutyKind.SubjectTeacher, 1.25m, StandingState.Missing)], subject: true);
        await stage.PersonAsync([(DutyKind.ClassTeacher, 0, StandingState.Exempt)], school: second);
        await stage.PersonAsync([(DutyKind.SubjectTeacher, 6, StandingState.Met)], subject: true, activities: 2, school: second);
        await using var file = await stage.Site.InScopeAsync(services =>
            services.GetRequiredService<FigureWorkbook>().CreateAsync(stage.County.Path, FigureStage.Year, stage.Officer)
        );
        using var book = SpreadsheetDocument.Open(file, isEditable: false);
        var sheets = book.WorkbookPart!.Workbook!.Descendants<Sheet>()
            .ToDictionary(sheet => sheet.Name!.Value!, sheet => Read(book, sheet));
        sheets.Keys.ShouldBe(["汇总", "按身份", "教师名单"]);
        var formulas = sheets.Values.SelectMany(cells => cells.Where(cell => cell.Value.Formula is not null).Select(cell => (cells, cell)));
        formulas.Count().ShouldBeGreaterThan(20);
        foreach (var (cells, cell) in formulas)
            Math.Round(Reckon(cell.Value.Formula!, cells) - (cell.Value.Number ?? 0), 6).ShouldBe(0, $"{cell.Key}: {cell.Value.Formula}");
        var totals = sheets["汇总"];
        totals.Select(cell => cell.Value.Formula).OfType<string>().ShouldContain("SUM(B2:B3)");
        (totals["B4"].Number, totals["C4"].Number, totals["H4"].Number).ShouldBe((3, 2, 5));
        Math.Round(totals["D4"].Number ?? 0, 6).ShouldBe(Math.Round(2m / 3, 6));
        sheets["教师名单"].Where(cell => cell.Key.StartsWith('G')).Max(cell => cell.Value.Number).ShouldBe(3.75m);
    }

    [Fact]
    public async Task Should_give_no_workbook_of_another_county()
    {
        var (stage, other) = (await FigureStage.SetAsync(DatabaseProvider.Sqlite), await FigureStage.SetAsync(DatabaseProvider.Sqlite));
        var refusal = await Should.ThrowAsync<RefusedException>(() =>
            stage.Site.InScopeAsync(services =>
                services.GetRequiredService<FigureWorkbook>().CreateAsync(other.County.Path, FigureStage.Year, stage.Officer)
            )
        );
        refusal.Kind.ShouldBe(RefusalKind.NotFound);
    }

    private sealed record SheetCell(string? Text, decimal? Number, string? Formula);

    private static Dictionary<string, SheetCell> Read(SpreadsheetDocument book, Sheet sheet)
    {
        var part = (WorksheetPart)book.WorkbookPart!.GetPartById(sheet.Id!.Value!);
        var cells = new Dictionary<string, SheetCell>();
        foreach (var (row, number) in part.Worksheet!.Descendants<Row>().Select((row, place) => (row, place + 1)))
        foreach (var (cell, place) in row.Elements<Cell>().Select((cell, place) => (cell, place)))
            cells[$"{(char)('A' + place)}{number}"] = new(
                cell.InlineString?.Text?.Text,
                cell.CellValue is { } value ? decimal.Parse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture) : null,
                cell.CellFormula?.Text
            );
        return cells;
    }

    // Only what the workbook uses.
    private static decimal Reckon(string formula, Dictionary<string, SheetCell> cells)
    {
        decimal Of(string cell) => cells[cell] is { Formula: { } inner } ? Reckon(inner, cells) : cells[cell].Number ?? 0;
        IEnumerable<string> Range(string column, string first, string last) =>
            Enumerable.Range(int.Parse(first), int.Parse(last) - int.Parse(first) + 1).Select(row => $"{column}{row}");
        if (Sum().Match(formula) is { Success: true } sum)
            return Range(sum.Groups[1].Value, sum.Groups[2].Value, sum.Groups[3].Value).Sum(Of);
        if (SumIf().Match(formula) is { Success: true } some)
        {
            var (first, last) = (some.Groups[1].Value, some.Groups[2].Value);
            return Range("B", first, last)
                .Zip(Range(some.Groups[4].Value, first, last))
                .Where(pair => cells[pair.First].Text == cells[some.Groups[3].Value].Text)
                .Sum(pair => Of(pair.Second));
        }
        if (Part().Match(formula) is { Success: true } part)
            return Of(part.Groups[1].Value) == 0 ? 0 : Of(part.Groups[2].Value) / Of(part.Groups[1].Value);
        if (Rest().Match(formula) is { Success: true } rest)
            return Math.Max(0, Of(rest.Groups[1].Value) - Of(rest.Groups[2].Value));
        return formula.Split('+').Sum(Of);
    }

    [GeneratedRegex(@"^SUM\(([A-Z])(\d+):\1(\d+)\)$")]
    private static partial Regex Sum();

    [GeneratedRegex(@"^SUMIF\(B\$(\d+):B\$(\d+),(B\d+),([A-Z])\$\1:\4\$\2\)$")]
    private static partial Regex SumIf();

    [GeneratedRegex(@"^IF\(([A-Z]\d+)=0,0,([A-Z]\d+)/\1\)$")]
    private static partial Regex Part();

    [GeneratedRegex(@"^MAX\(0,([A-Z]\d+)-([A-Z]\d+)\)$")]
    private static partial Regex Rest();
}
