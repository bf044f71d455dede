using System.Globalization;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Workbooks;

namespace TeacherGrowthHub.People.Imports.Planning;

/// <summary>A row read by its columns. An empty cell, like a missing column, leaves a field as it is; 清空 empties it.</summary>
public sealed class ImportRow
{
    private readonly SheetRow _row;
    private readonly ColumnMap _columns;

    internal ImportRow(SheetRow row, ColumnMap columns) => (_row, _columns) = (row, columns);

    /// <summary>In the sheet, from 1.</summary>
    public int Number => _row.Number;

    /// <summary>The cells as they stand, in the order of the headers.</summary>
    public IReadOnlyList<string> Cells => [.. _columns.Headers.Select((_, place) => _row[place].Text)];

    /// <summary>Whether nothing stands in any column of ours, headed or not.</summary>
    public bool IsEmpty(IEnumerable<ImportColumn> all) => all.All(column => Typed.Clean(CellOf(column).Text) is null);

    /// <summary>What stands there, cleaned, whatever it is; for lists and keys.</summary>
    public string Shown(ImportColumn column) => Typed.Clean(CellOf(column).Text) ?? "";

    /// <summary>Whether the cell holds a number and not text.</summary>
    public bool IsNumber(ImportColumn column) => CellOf(column).IsNumber;

    /// <summary>The cleaned text; null for an empty cell.</summary>
    /// <exception cref="RefusedException">The cell's value must not be used, or is needed and missing.</exception>
    public string? Text(ImportColumn column)
    {
        var cell = CellOf(column);
        if (cell.Problem is { } problem)
            throw Refuse(column, problem, cell.Text);
        var text = Typed.Clean(cell.Text);
        return text is null && column.IsRequired ? throw Refuse(column, "请填写{0}", column.Header) : text;
    }

    /// <summary>The same; what is there now for an empty cell.</summary>
    public string? Text(ImportColumn column, string? current) =>
        Text(column) switch
        {
            null => current,
            WorkbookWords.Clear => null,
            var text => text,
        };

    /// <summary>The day that stands there; null for none and for what cannot be read. For lists and keys.</summary>
    public DateOnly? ShownDay(ImportColumn column) => CellOf(column).Day ?? TypedDay.Parse(Shown(column));

    /// <summary>A day, in any spelling teachers use.</summary>
    public DateOnly? Day(ImportColumn column, DateOnly? current = null) =>
        CellOf(column).Day
        ?? Text(column) switch
        {
            null => current,
            WorkbookWords.Clear => null,
            var text => TypedDay.Parse(text) ?? throw Refuse(column, "读不懂日期“{0}”。请写成 2025-09-01，年份写四位", text),
        };

    /// <summary>A whole number.</summary>
    public int? Count(ImportColumn column, int? current) =>
        Text(column) switch
        {
            null => current,
            WorkbookWords.Clear => null,
            var text => int.TryParse(
                text.Replace(",", "", StringComparison.Ordinal),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var n
            )
                ? n
                : throw Refuse(column, "“{0}”不是整数", text),
        };

    /// <summary>A number with decimals.</summary>
    public decimal? Amount(ImportColumn column) =>
        Text(column) is { } text
            ? decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
                ? amount
                : throw Refuse(column, "“{0}”不是数", text)
            : null;

    /// <summary>是 or 否.</summary>
    public bool YesOrNo(ImportColumn column, bool current) =>
        Text(column) is { } text
            ? WorkbookWords.YesOrNo(text) ?? throw Refuse(column, "这一栏只能填“是”或“否”，不能填“{0}”", text)
            : current;

    /// <summary>A word of a list.</summary>
    public T? Choice<T>(ImportColumn column, Func<string, T?> parse)
        where T : struct =>
        Text(column) is { } text
            ? parse(text) ?? throw Refuse(column, "不能填“{0}”，可以填：{1}", text, string.Join('、', column.Choices))
            : null;

    private static RefusedException Refuse(ImportColumn column, string text, params object[] arguments) =>
        new(text, arguments) { Field = column.Field };

    private SheetCell CellOf(ImportColumn column) => _columns[column] is { } place ? _row[place] : SheetCell.Empty;
}
