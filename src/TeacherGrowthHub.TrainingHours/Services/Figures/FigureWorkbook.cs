using System.Globalization;
using Microsoft.Extensions.Localization;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Imports.Workbooks;
using TeacherGrowthHub.TrainingHours.Domain.Balances;

namespace TeacherGrowthHub.TrainingHours.Services.Figures;

/// <summary>The figures of an organisation as a workbook, with the teachers behind them by name; the audit trail notes who took them.</summary>
public sealed class FigureWorkbook(
    HubDbContext database,
    FigureAccess access,
    FigureReader reader,
    FigurePeople people,
    FigureSheets sheets,
    AuditTrail audit,
    IStringLocalizer texts
)
{
    /// <returns>The workbook, to be read from its beginning.</returns>
    /// <exception cref="RefusedException">Outside the scope, or a year without rules.</exception>
    public async Task<Stream> CreateAsync(string? path, int? schoolYear, HubUser user, CancellationToken cancellationToken = default)
    {
        var place = await access.FindAsync(path, user, cancellationToken);
        var board = await reader.OfAsync(place, schoolYear, null, cancellationToken);
        var persons = await people.WithinAsync(place.Organization.Path, board.Year.Id, cancellationToken);
        var names = place.Within.ToDictionary(organization => organization.Path, organization => organization.Name);
        var total = new FigureRow(place.Organization, false, board.Total, board.Staffing, null);
        var lines = place.Organization.IsSchool ? [total] : board.Below;
        var file = new MemoryStream();
        using (var book = new WorkbookWriter(file))
        {
            await AddAsync(book, "汇总", FigureSheets.TotalHeaders, sheets.Totals(lines, total), cancellationToken);
            await AddAsync(book, "按身份", FigureSheets.DutyHeaders, sheets.Duties(lines, total), cancellationToken);
            await AddAsync(book, "教师名单", FigureSheets.PersonHeaders, sheets.People(persons, names), cancellationToken);
        }
        var year = board.Year.Id.ToString(CultureInfo.InvariantCulture);
        audit.Record(user, "Hours.Exported", nameof(TeacherYear), year, after: new { persons.Count }, path: place.Organization.Path);
        await database.SaveChangesAsync(cancellationToken);
        file.Position = 0;
        return file;
    }

    private Task AddAsync(
        WorkbookWriter book,
        string name,
        IReadOnlyList<string> headers,
        IEnumerable<IReadOnlyList<SheetValue>> rows,
        CancellationToken cancellationToken
    ) => book.AddAsync(texts[name], [.. headers.Select(header => new SheetColumn(texts[header]))], rows, cancellationToken);
}
