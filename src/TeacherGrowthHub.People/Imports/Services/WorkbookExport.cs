using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Kinds;
using TeacherGrowthHub.People.Imports.Workbooks;

namespace TeacherGrowthHub.People.Imports.Services;

/// <summary>What lies within somebody's scope as a workbook with the columns of the import: corrected, it can be imported again.</summary>
public sealed class WorkbookExport(HubDbContext database, ImportKinds kinds, AuditTrail audit)
{
    /// <param name="code">Of the kind.</param>
    /// <param name="schoolYear">Of what belongs to school years; null takes the present one.</param>
    /// <param name="user">For whom; the audit trail notes it.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>The workbook, to be read from its beginning.</returns>
    /// <exception cref="RefusedException">Nothing of the kind may be managed anywhere.</exception>
    public async Task<Stream> CreateAsync(string code, int? schoolYear, HubUser user, CancellationToken cancellationToken)
    {
        var kind = kinds.Of(code);
        var scopes = user.Scopes(kind.Permission);
        if (scopes.Count == 0)
            throw new RefusedException("您没有导出这类数据的权限") { Kind = RefusalKind.Forbidden };
        var count = 0;
        var file = TemporaryFile.Create();
        using (var book = new WorkbookWriter(file))
            await book.AddAsync(
                kind.Label,
                [.. kind.Columns.Select(column => new SheetColumn(column.Header, column.Shape, column.IsRequired))],
                kind.ExportAsync(scopes, schoolYear, cancellationToken).Select(Counted),
                cancellationToken: cancellationToken
            );
        audit.Record(
            user,
            kind.ExportAction,
            nameof(Organization),
            scopes[0],
            after: new
            {
                scopes,
                schoolYear,
                Rows = count,
            },
            path: scopes[0]
        );
        await database.SaveChangesAsync(cancellationToken);
        file.Position = 0;
        return file;

        IReadOnlyList<string?> Counted(IReadOnlyDictionary<Planning.ImportColumn, string?> values)
        {
            count++;
            return [.. kind.Columns.Select(column => values.GetValueOrDefault(column))];
        }
    }
}
