using TeacherGrowthHub.People.Imports.Planning;
using TeacherGrowthHub.People.Imports.Services;

namespace TeacherGrowthHub.People.Imports.Workbooks;

/// <summary>A workbook of one sheet to be downloaded by people of other modules.</summary>
public static class PlainWorkbook
{
    /// <param name="name">Of the sheet.</param>
    /// <param name="columns">Headers, and whether whole numbers stand below.</param>
    /// <param name="rows">Values in the order of the columns; null or empty for an empty cell.</param>
    /// <returns>The workbook, to be read from its beginning; gone when it is closed.</returns>
    public static async Task<Stream> WriteAsync(
        string name,
        IReadOnlyList<(string Header, bool IsNumber)> columns,
        IEnumerable<IReadOnlyList<string?>> rows,
        CancellationToken cancellationToken = default
    )
    {
        var file = TemporaryFile.Create();
        using (var book = new WorkbookWriter(file))
            await book.AddAsync(
                name,
                [.. columns.Select(column => new SheetColumn(column.Header, column.IsNumber ? ColumnShape.Number : ColumnShape.Text))],
                rows.ToAsyncEnumerable(),
                cancellationToken: cancellationToken
            );
        file.Position = 0;
        return file;
    }
}
