using System.Xml.Linq;

namespace TeacherGrowthHub.ResourceBank.Extraction.Office;

/// <summary>Reads a workbook: a page a sheet, with its name, cells as shown, comments, drawings, headers and footers.</summary>
internal static class XlsxReader
{
    private const string NoWorkbook = "表格文件里没有可读的工作簿（二进制的 xlsb 请另存为 xlsx）";

    public static ExtractedDocument Read(Stream content, bool isEmbedded)
    {
        using var package = new OfficePackage(content, isEmbedded);
        var main = package.MainPart("xl/workbook.xml");
        var targets = package.Relationships(main);
        var workbook = package.Read(main);
        var strings = package.Each(Part(targets, "sharedstrings"), "si").Select(RichText).ToList();
        var sheets = new XlsxSheets(package, targets, strings, CellFormats.Read(package.Read(Part(targets, "styles")), workbook));
        var pages = (workbook?.Descendants() ?? []).Where(element => element.Name.LocalName == "sheet").Select(sheets.Text).ToList();
        // Of a broken workbook the sheets may still be good; they have lost their names.
        if (pages.Count == 0)
            pages.AddRange(package.Names("xl/worksheets/sheet").Select(part => sheets.Text("", part)));
        if (pages.Count == 0 && workbook is null)
            throw new UnreadableException(NoWorkbook);
        pages.AddRange(EmbeddedFiles.Texts(package));
        return new ExtractedDocument(pages, [.. pages.SelectMany(page => page.Split('\n')).Select(line => new Block { Text = line })])
        {
            Hidden = string.Join('\n', HiddenText.OfPackage(package).Concat(sheets.Headers)),
        };
    }

    private static string Part(IReadOnlyDictionary<string, string> targets, string name) =>
        targets.Values.FirstOrDefault(target => target.Contains(name)) ?? $"xl/{name}.xml";

    // Phonetic guides (rPh) repeat the word; they are left out.
    internal static string RichText(XElement element) =>
        string.Concat(
            element
                .Descendants()
                .Where(e => e.Name.LocalName == "t" && e.Ancestors().All(a => a.Name.LocalName != "rPh"))
                .Select(e => e.Value)
        );
}
