using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace TeacherGrowthHub.Tests.People.Imports;

/// <summary>A formula with the result that was saved; null when none was.</summary>
public sealed record Calculated(string Formula, string? Result);

/// <summary>A number shown by a format.</summary>
public sealed record Shown(double Number, string Format);

/// <summary>A cell's error, as #N/A.</summary>
public sealed record Wrong(string Error);

/// <summary>Workbooks as people and programs make them: texts, numbers, days, formulas, merged cells, hidden sheets.</summary>
public sealed class SampleBook
{
    private const uint FirstFormat = 170;
    private readonly List<(string Name, object?[][] Rows, string[] Merges, bool Hidden)> _sheets = [];
    private readonly List<string> _formats = ["yyyy-mm-dd"];
    private readonly List<string> _strings = [];

    public SampleBook Sheet(object?[][] rows, string name = "表", bool hidden = false, params string[] merges)
    {
        _sheets.Add((name, rows, merges, hidden));
        return this;
    }

    /// <summary>One sheet: headers and rows.</summary>
    public static MemoryStream Of(string headers, params object?[][] rows) =>
        new SampleBook()
            .Sheet([
                [.. headers.Split(' ')],
                .. rows,
            ])
            .Save();

    /// <param name="change">Something no office does to a workbook.</param>
    public MemoryStream Save(Action<SpreadsheetDocument>? change = null)
    {
        var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook(new Sheets());
            foreach (var sheet in _sheets)
                Add(workbook, sheet.Name, sheet.Rows, sheet.Merges, sheet.Hidden);
            workbook.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(
                _strings.Select(text => new SharedStringItem(new Text(text) { Space = SpaceProcessingModeValues.Preserve }))
            );
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            change?.Invoke(document);
        }
        file.Position = 0;
        return file;
    }

    private void Add(WorkbookPart workbook, string name, object?[][] rows, string[] merges, bool hidden)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        part.Worksheet = new Worksheet(new SheetData(rows.Select(RowOf)));
        if (merges.Length > 0)
            part.Worksheet.Append(new MergeCells(merges.Select(range => new MergeCell { Reference = range })));
        workbook.Workbook.Sheets!.Append(
            new Sheet
            {
                Name = name,
                Id = workbook.GetIdOfPart(part),
                SheetId = (uint)workbook.Workbook.Sheets.ChildElements.Count + 1,
                State = hidden ? SheetStateValues.Hidden : SheetStateValues.Visible,
            }
        );
    }

    private Row RowOf(object?[] cells, int row) =>
        new(cells.Select((value, place) => CellOf(value, $"{(char)('A' + place)}{row + 1}")).OfType<OpenXmlElement>())
        {
            RowIndex = (uint)row + 1,
        };

    private Cell? CellOf(object? value, string reference)
    {
        var cell = value switch
        {
            null => null,
            string text => Text(text),
            DateOnly day => Number(day.ToDateTime(TimeOnly.MinValue).ToOADate(), 0),
            Shown shown => Number(shown.Number, StyleOf(shown.Format)),
            Calculated formula => new Cell(
                new CellFormula(formula.Formula),
                formula.Result is null ? new CellValue() : new CellValue(formula.Result)
            )
            {
                DataType = CellValues.String,
            },
            Wrong wrong => new Cell(new CellValue(wrong.Error)) { DataType = CellValues.Error },
            bool flag => new Cell(new CellValue(flag ? "1" : "0")) { DataType = CellValues.Boolean },
            IConvertible number => new Cell(new CellValue(number.ToString(CultureInfo.InvariantCulture))),
            _ => throw new ArgumentException("No such cell", nameof(value)),
        };
        if (cell is not null)
            cell.CellReference = reference;
        if (value is Calculated { Result: null })
            cell!.DataType = null;
        return cell;
    }

    private Cell Text(string text)
    {
        _strings.Add(text);
        return new Cell(new CellValue((_strings.Count - 1).ToString(CultureInfo.InvariantCulture))) { DataType = CellValues.SharedString };
    }

    private static Cell Number(double number, int format) =>
        new(new CellValue(number.ToString("R", CultureInfo.InvariantCulture))) { StyleIndex = (uint)format + 1 };

    private int StyleOf(string format)
    {
        if (!_formats.Contains(format))
            _formats.Add(format);
        return _formats.IndexOf(format);
    }

    private Stylesheet Styles() =>
        new(
            new NumberingFormats(
                _formats.Select((format, i) => new NumberingFormat { NumberFormatId = FirstFormat + (uint)i, FormatCode = format })
            ),
            new Fonts(new Font()),
            new Fills(new Fill()),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                _formats
                    .Select((_, i) => new CellFormat { NumberFormatId = FirstFormat + (uint)i, ApplyNumberFormat = true })
                    .Prepend(new CellFormat())
            )
        );
}
