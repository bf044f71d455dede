using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Imports.Workbooks;

/// <summary>A workbook whose column 工号 names teachers; what else it holds is not read.</summary>
public static class TeacherNumberSheet
{
    private const string Header = "工号";
    private const int RowsAboveHeader = 10;

    /// <summary>The numbers in the order of their rows, each once.</summary>
    /// <param name="content">Seekable.</param>
    /// <exception cref="RefusedException">Not a workbook that can be read, or without the column.</exception>
    public static IReadOnlyList<string> Read(Stream content)
    {
        var sheet =
            WorkbookReader.Read(content, rows => Place(rows) is not null)
            ?? throw new RefusedException("表里没有“工号”这一列") { Field = "File" };
        var (header, column) = Place(sheet.Rows)!.Value;
        return [.. sheet.Rows.Skip(header + 1).Select(row => Typed.Clean(row[column].Text)).OfType<string>().Distinct()];
    }

    // Titles and notes may stand above the header.
    private static (int Row, int Column)? Place(IReadOnlyList<SheetRow> rows) =>
        rows.Take(RowsAboveHeader)
            .SelectMany((row, place) => Enumerable.Range(0, row.Width).Select(column => (place, column, row[column].Text)))
            .Where(cell => Typed.Clean(cell.Text) == Header)
            .Select(cell => ((int, int)?)(cell.place, cell.column))
            .FirstOrDefault();
}
