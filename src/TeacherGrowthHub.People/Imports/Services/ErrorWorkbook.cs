using Microsoft.Extensions.Localization;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Imports.Kinds;
using TeacherGrowthHub.People.Imports.Planning;
using TeacherGrowthHub.People.Imports.Workbooks;

namespace TeacherGrowthHub.People.Imports.Services;

/// <summary>The refused rows of an import as they were, each with the reason: corrected, the workbook can be uploaded as it is.</summary>
public sealed class ErrorWorkbook(ImportBatches imports, ImportKinds kinds, IStringLocalizer texts)
{
    /// <exception cref="RefusedException">There is no such report for this person.</exception>
    public async Task<Stream> CreateAsync(string batchId, HubUser user, CancellationToken cancellationToken)
    {
        var batch = await imports.FindAsync(batchId, user, cancellationToken);
        var report =
            await imports.ReportAsync(batch, cancellationToken)
            ?? throw new RefusedException("没有这次导入") { Kind = RefusalKind.NotFound };
        var kind = kinds.Of(batch.Kind);
        var shapes = kind.Columns.ToDictionary(column => column.Header, column => column.Shape);
        var file = TemporaryFile.Create();
        using (var book = new WorkbookWriter(file))
            await book.AddAsync(
                kind.Label,
                [
                    .. report.Head.Headers.Select(header => new SheetColumn(header, shapes.GetValueOrDefault(header))),
                    new SheetColumn(WorkbookWords.Reason),
                ],
                report.Rows.Where(row => row.Cells is not null).Select(RowOf),
                cancellationToken: cancellationToken
            );
        file.Position = 0;
        return file;

        IReadOnlyList<string?> RowOf(RowResult row) => [.. row.Cells!, texts.ReasonOf(row)];
    }
}
