using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using TeacherGrowthHub.People.Imports.Planning;

namespace TeacherGrowthHub.People.Imports.Workbooks;

/// <summary>A column to be written.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Shape">How its cells are formatted.</param>
/// <param name="IsRequired">Marked in the header.</param>
/// <param name="Choices">A list of values for its cells, as a formula; null for none.</param>
public sealed record SheetColumn(string Header, ColumnShape Shape = ColumnShape.Text, bool IsRequired = false, string? Choices = null);

/// <summary>Writes a workbook row by row. Text is inline and never a formula, whatever it begins with.</summary>
public sealed class WorkbookWriter : IDisposable
{
    private const int LongestText = 32_767;
    private const int LastListedRow = 20_001;
    private const double Width = 18;
    private readonly SpreadsheetDocument _document;
    private readonly WorkbookPart _workbook;
    private readonly Sheets _sheets = new();

    /// <param name="file">Seekable, for reading and writing; stays open.</param>
    public WorkbookWriter(Stream file)
    {
        _document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook);
        _workbook = _document.AddWorkbookPart();
        _workbook.Workbook = new Workbook(_sheets);
        _workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = WorkbookStyles.Create();
    }

    /// <summary>Adds a sheet.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="columns">Its columns; without headers none is written.</param>
    /// <param name="rows">Its rows; null or empty for an empty cell.</param>
    /// <param name="isHidden">Not shown.</param>
    /// <param name="isExample">The rows show how it is done.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async Task AddAsync(
        string name,
        IReadOnlyList<SheetColumn> columns,
        IAsyncEnumerable<IReadOnlyList<string?>> rows,
        bool isHidden = false,
        bool isExample = false,
        CancellationToken cancellationToken = default
    )
    {
        var cells = rows.Select(row =>
            (IReadOnlyList<Cell?>)[.. columns.Select((column, place) => CellOf(row.ElementAtOrDefault(place), column.Shape, isExample))]
        );
        await AddAsync(name, columns, cells, isHidden, cancellationToken);
    }

    /// <summary>Adds a sheet whose cells say themselves what they are: texts, numbers, formulas.</summary>
    public Task AddAsync(
        string name,
        IReadOnlyList<SheetColumn> columns,
        IEnumerable<IReadOnlyList<SheetValue>> rows,
        CancellationToken cancellationToken = default
    ) =>
        AddAsync(
            name,
            columns,
            rows.Select(row => (IReadOnlyList<Cell?>)[.. row.Select(CellOf)]).ToAsyncEnumerable(),
            isHidden: false,
            cancellationToken
        );

    private async Task AddAsync(
        string name,
        IReadOnlyList<SheetColumn> columns,
        IAsyncEnumerable<IReadOnlyList<Cell?>> rows,
        bool isHidden,
        CancellationToken cancellationToken
    )
    {
        var part = _workbook.AddNewPart<WorksheetPart>();
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        if (!isHidden)
            writer.WriteElement(Frozen());
        writer.WriteElement(new Columns(columns.Select(ColumnOf)));
        writer.WriteStartElement(new SheetData());
        if (!isHidden)
            WriteRow(
                writer,
                columns.Select(column => TextCell(column.Header, column.IsRequired ? WorkbookStyles.RequiredHeader : WorkbookStyles.Header))
            );
        await foreach (var row in rows.WithCancellation(cancellationToken))
            WriteRow(writer, row);
        writer.WriteEndElement();
        if (columns.Any(column => column.Choices is not null))
            writer.WriteElement(Lists(columns));
        writer.WriteEndElement();
        _sheets.Append(
            new Sheet
            {
                Name = name,
                SheetId = (uint)_sheets.ChildElements.Count + 1,
                Id = _workbook.GetIdOfPart(part),
                State = isHidden ? SheetStateValues.Hidden : SheetStateValues.Visible,
            }
        );
    }

    public void Dispose() => _document.Dispose();

    private static void WriteRow(OpenXmlWriter writer, IEnumerable<Cell?> cells)
    {
        writer.WriteStartElement(new Row());
        foreach (var cell in cells)
            writer.WriteElement(cell ?? new Cell());
        writer.WriteEndElement();
    }

    private static SheetViews Frozen() =>
        new(
            new SheetView(
                new Pane
                {
                    VerticalSplit = 1,
                    TopLeftCell = "A2",
                    ActivePane = PaneValues.BottomLeft,
                    State = PaneStateValues.Frozen,
                }
            )
            {
                WorkbookViewId = 0,
            }
        );

    private static Column ColumnOf(SheetColumn column, int place) =>
        new()
        {
            Min = (uint)place + 1,
            Max = (uint)place + 1,
            Width = Width,
            CustomWidth = true,
            Style = StyleOf(column.Shape),
        };

    private static Cell? CellOf(string? value, ColumnShape shape, bool isExample)
    {
        if (string.IsNullOrEmpty(value))
            return null;
        if (shape == ColumnShape.Day && TypedDay.Parse(value) is { } day)
            return NumberCell(day.ToDateTime(TimeOnly.MinValue).ToOADate(), WorkbookStyles.Day);
        if (
            shape == ColumnShape.Number
            && decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        )
            return NumberCell((double)number, WorkbookStyles.Plain);
        return TextCell(value, isExample ? WorkbookStyles.Example : WorkbookStyles.Text);
    }

    private static Cell? CellOf(SheetValue value) =>
        value switch
        {
            { Formula: { } formula } => new Cell(new CellFormula(formula), new CellValue(value.Number!.Value))
            {
                StyleIndex = value.IsRate ? WorkbookStyles.Rate : WorkbookStyles.Plain,
            },
            { Number: { } number } => NumberCell((double)number, WorkbookStyles.Plain),
            { Text: { Length: > 0 } text } => TextCell(text, WorkbookStyles.Text),
            _ => null,
        };

    private static Cell NumberCell(double value, uint style) =>
        new(new CellValue(value.ToString(CultureInfo.InvariantCulture))) { StyleIndex = style };

    private static Cell TextCell(string value, uint style)
    {
        var text = string.Concat(value.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)).Take(LongestText));
        return new Cell(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }))
        {
            DataType = CellValues.InlineString,
            StyleIndex = style,
        };
    }

    private static DataValidations Lists(IReadOnlyList<SheetColumn> columns)
    {
        var lists = columns
            .Select((column, place) => (column.Choices, Letter: (char)('A' + place)))
            .Where(pair => pair.Choices is not null)
            .Select(pair => new DataValidation(new Formula1(pair.Choices!))
            {
                Type = DataValidationValues.List,
                AllowBlank = true,
                // Other spellings are read too: a warning, not a wall.
                ErrorStyle = DataValidationErrorStyleValues.Warning,
                ShowErrorMessage = true,
                SequenceOfReferences = new ListValue<StringValue>([new StringValue($"{pair.Letter}2:{pair.Letter}{LastListedRow}")]),
            })
            .ToList();
        return new DataValidations(lists) { Count = (uint)lists.Count };
    }

    private static uint StyleOf(ColumnShape shape) =>
        shape switch
        {
            ColumnShape.Day => WorkbookStyles.Day,
            ColumnShape.Number => WorkbookStyles.Plain,
            _ => WorkbookStyles.Text,
        };
}
