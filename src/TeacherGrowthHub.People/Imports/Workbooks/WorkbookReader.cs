using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using TeacherGrowthHub.Kernel.Errors;

namespace TeacherGrowthHub.People.Imports.Workbooks;

/// <summary>The filled rows of the one sheet that is imported, and what must be said about the others.</summary>
internal sealed record SheetContent(string Name, IReadOnlyList<SheetRow> Rows, IReadOnlyList<WorkbookNote> Notes);

/// <summary>Opens a workbook and reads the first visible sheet that the caller recognises.</summary>
internal static class WorkbookReader
{
    private const string Unreadable = "工作簿内部结构有误，打不开。请在 Excel 或 WPS 里打开并另存为新的 .xlsx，再上传";

    /// <param name="content">Seekable.</param>
    /// <param name="isWanted">Whether a sheet's rows are the ones looked for.</param>
    /// <returns>Null when no visible sheet is.</returns>
    /// <exception cref="RefusedException">Not a workbook that can be read.</exception>
    public static SheetContent? Read(Stream content, Func<IReadOnlyList<SheetRow>, bool> isWanted)
    {
        WorkbookGate.Check(content);
        content.Position = 0;
        try
        {
            using var document = SpreadsheetDocument.Open(content, isEditable: false, new OpenSettings { MaxCharactersInPart = 64 << 20 });
            return Read(document.WorkbookPart!, isWanted);
        }
        catch (Exception exception)
            when (exception
                    is OpenXmlPackageException
                        or XmlException
                        or InvalidDataException
                        or IOException
                        or FormatException
                        or ArgumentException
                        or InvalidOperationException
                        or NullReferenceException
            )
        {
            throw new RefusedException(Unreadable) { Field = "File" };
        }
    }

    private static SheetContent? Read(WorkbookPart workbook, Func<IReadOnlyList<SheetRow>, bool> isWanted)
    {
        var sheets = workbook.Workbook.Sheets!.Elements<Sheet>().ToList();
        var strings = StringsOf(workbook);
        var isFrom1904 = workbook.Workbook.WorkbookProperties?.Date1904?.Value == true;
        var formats = new NumberFormats(workbook.WorkbookStylesPart?.Stylesheet, isFrom1904);
        foreach (var sheet in sheets.Where(sheet => !IsHidden(sheet)))
        {
            if (workbook.GetPartById(sheet.Id!) is not WorksheetPart part)
                continue;
            var reader = new SheetReader(strings, formats);
            using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
            var rows = reader.Read(stream);
            var merged = MergedCells.Fill(rows, reader.Merges);
            if (isWanted(rows))
                return new SheetContent(NameOf(sheet), rows, [.. Notes(reader, merged), .. NotesOnOthers(sheets, sheet)]);
        }
        return null;
    }

    private static List<string> StringsOf(WorkbookPart workbook)
    {
        if (workbook.SharedStringTablePart is not { } part)
            return [];
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        return WorkbookXml.Strings(stream);
    }

    private static IEnumerable<WorkbookNote> Notes(SheetReader reader, int merged)
    {
        if (reader.Formulas > 0)
            yield return new("有 {0} 个单元格是公式，读取的是文件里保存的结果", $"{reader.Formulas}");
        if (reader.HiddenRows > 0)
            yield return new("有 {0} 行在表中被隐藏或筛掉，同样读取了", $"{reader.HiddenRows}");
        if (merged > 0)
            yield return new("竖向合并的单元格按每一行都填了同样内容读取，共补 {0} 格", $"{merged}");
    }

    private static IEnumerable<WorkbookNote> NotesOnOthers(IEnumerable<Sheet> sheets, Sheet chosen)
    {
        var others = sheets.Where(sheet =>
            sheet != chosen && NameOf(sheet) is not (WorkbookWords.GuideSheet or WorkbookWords.ChoicesSheet)
        );
        foreach (var sheet in others)
            yield return IsHidden(sheet)
                ? new("隐藏的工作表没有读取：{0}", NameOf(sheet))
                : new("一次只读一张工作表，这一张没有读取：{0}", NameOf(sheet));
    }

    private static bool IsHidden(Sheet sheet) =>
        sheet.State?.Value is { } state && (state == SheetStateValues.Hidden || state == SheetStateValues.VeryHidden);

    private static string NameOf(Sheet sheet) => sheet.Name?.Value ?? "";
}
