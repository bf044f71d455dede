using Microsoft.Extensions.Localization;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Imports.Kinds;
using TeacherGrowthHub.People.Imports.Planning;
using TeacherGrowthHub.People.Imports.Workbooks;

namespace TeacherGrowthHub.People.Imports.Services;

/// <summary>Empty workbooks to be filled in: headers, lists of values, an example row, a sheet that explains the columns.</summary>
public sealed class WorkbookTemplate(ImportKinds kinds, IStringLocalizer texts)
{
    private const int MostChoices = 5_000;

    /// <param name="code">Of the kind.</param>
    /// <param name="user">Whose scope the lists are taken from.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>The workbook, to be read from its beginning.</returns>
    /// <exception cref="RefusedException">The kind may not be imported anywhere.</exception>
    public async Task<Stream> CreateAsync(string code, HubUser user, CancellationToken cancellationToken)
    {
        var kind = kinds.Of(code);
        if (!user.Can(kind.Permission))
            throw new RefusedException("您没有导入这类数据的权限") { Kind = RefusalKind.Forbidden };
        var offered = await kind.ChoicesAsync(user, cancellationToken);
        IReadOnlyList<string> values = [.. (offered?.Values ?? []).Take(MostChoices)];
        var file = TemporaryFile.Create();
        using (var book = new WorkbookWriter(file))
        {
            var example = kind.Columns.Select(column =>
                column.Example.Length > 0 || column != offered?.Column ? column.Example : values.FirstOrDefault()
            );
            await book.AddAsync(
                kind.Label,
                [
                    .. kind.Columns.Select(column => new SheetColumn(
                        column.Header,
                        column.Shape,
                        column.IsRequired,
                        ListOf(column, column == offered?.Column ? values.Count : 0)
                    )),
                ],
                Rows([
                    [.. example],
                ]),
                isExample: true,
                cancellationToken: cancellationToken
            );
            await AddGuideAsync(book, kind.Columns, cancellationToken);
            await book.AddAsync(
                WorkbookWords.ChoicesSheet,
                [new SheetColumn("")],
                Rows([.. values.Select(value => new[] { value })]),
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

    private static string? ListOf(ImportColumn column, int offered) =>
        column.Choices.Count > 0 ? $"\"{string.Join(',', column.Choices)}\""
        : offered > 0 ? $"{WorkbookWords.ChoicesSheet}!$A$1:$A${offered}"
        : null;

    private static IAsyncEnumerable<IReadOnlyList<string?>> Rows(IReadOnlyList<string?[]> rows) => rows.ToAsyncEnumerable();
}
