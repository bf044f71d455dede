using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Planning;
using TeacherGrowthHub.People.Imports.Workbooks;

namespace TeacherGrowthHub.People.Imports.Services;

/// <summary>Empty workbooks to be filled in: headers, lists of values, an example row, a sheet that explains the columns.</summary>
public sealed class WorkbookTemplate(HubDbContext database, IStringLocalizer texts)
{
    private const int MostChoices = 5_000;

    /// <returns>The workbook, to be read from its beginning.</returns>
    public async Task<Stream> CreateAsync(ImportKind kind, HubUser user, CancellationToken cancellationToken)
    {
        var columns = ImportColumns.Of(kind);
        var places = await PlacesAsync(kind, user, cancellationToken);
        var file = TemporaryFile.Create();
        using (var book = new WorkbookWriter(file))
        {
            var example = columns.Select(column =>
                column.Example.Length > 0 ? column.Example : places.FirstOrDefault(_ => IsPlace(column))
            );
            await book.AddAsync(
                kind.Label(),
                [
                    .. columns.Select(column => new SheetColumn(
                        column.Header,
                        column.Shape,
                        column.IsRequired,
                        ChoicesOf(column, places.Count)
                    )),
                ],
                Rows([
                    [.. example],
                ]),
                isExample: true,
                cancellationToken: cancellationToken
            );
            await AddGuideAsync(book, columns, cancellationToken);
            await book.AddAsync(
                WorkbookWords.ChoicesSheet,
                [new SheetColumn("")],
                Rows([.. places.Select(place => new[] { place })]),
                isHidden: true,
                cancellationToken: cancellationToken
            );
        }
        file.Position = 0;
        return file;
    }

    private Task AddGuideAsync(WorkbookWriter book, IReadOnlyList<ImportColumn> columns, CancellationToken cancellationToken)
    {
        var required = texts["必填"].Value;
        var rows = columns
            .Select(column => new[] { column.Header, column.IsRequired ? required : "", texts[column.Hint].Value })
            .Append([texts["空白格"], "", texts["表示不修改；要清除原来的内容请填“清空”"]])
            .Append([texts["日期"], "", texts["可以写 2025-09-01、2025/9/1、2025.9.1、2025年9月1日、20250901 或 2025年9月，年份写四位"]])
            .Append([texts["示例行"], "", texts["可以删去；原样留着也不会导入"]]);
        return book.AddAsync(
            WorkbookWords.GuideSheet,
            [new SheetColumn(texts["列"]), new SheetColumn(texts["必填"]), new SheetColumn(texts["说明"])],
            Rows([.. rows]),
            cancellationToken: cancellationToken
        );
    }

    // Schools for teachers; the places above for organisations.
    private async Task<IReadOnlyList<string>> PlacesAsync(ImportKind kind, HubUser user, CancellationToken cancellationToken)
    {
        if (kind == ImportKind.Duties)
            return [];
        var index = await OrganizationIndex.LoadAsync(database.Set<Organization>(), cancellationToken);
        var permission = ImportService.PermissionsOf(kind)[0];
        return
        [
            .. index
                .All.InTreeOrder()
                .Where(organization => organization.ClosedOn is null && user.Can(permission, organization.Path))
                .Where(organization => organization.IsSchool == (kind == ImportKind.Teachers))
                .Take(MostChoices)
                .Select(organization => kind == ImportKind.Teachers ? index.WordFor(organization) : organization.Path.TrimEnd('/')),
        ];
    }

    private static bool IsPlace(ImportColumn column) =>
        column == ImportColumns.Teachers.School || column == ImportColumns.Organizations.Parent;

    private static string? ChoicesOf(ImportColumn column, int places) =>
        column.Choices.Count > 0 ? $"\"{string.Join(',', column.Choices)}\""
        : IsPlace(column) && places > 0 ? $"{WorkbookWords.ChoicesSheet}!$A$1:$A${places}"
        : null;

    private static IAsyncEnumerable<IReadOnlyList<string?>> Rows(IReadOnlyList<string?[]> rows) => rows.ToAsyncEnumerable();
}
