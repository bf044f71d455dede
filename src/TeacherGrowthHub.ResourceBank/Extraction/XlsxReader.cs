using System.Xml.Linq;

namespace TeacherGrowthHub.ResourceBank.Extraction;

/// <summary>Reads a workbook: a page a sheet, with its name, cells as shown, comments, drawings, headers and footers.</summary>
internal static class XlsxReader
{
    public static ExtractedDocument Read(Stream content, bool isEmbedded)
    {
        using var package = new OfficePackage(content, isEmbedded);
        var main = package.MainPart("xl/workbook.xml");
        var targets = package.Relationships(main);
        var workbook = package.Read(main) ?? throw new UnreadableException("表格文件里没有可读的工作簿");
        var strings = SharedStrings(package.Read(Part(targets, "sharedstrings")));
        var formats = CellFormats.Read(package.Read(Part(targets, "styles")));
        var pages = workbook
            .Descendants()
            .Where(element => element.Name.LocalName == "sheet")
            .Select(sheet => SheetText(package, sheet, targets, strings, formats))
            .ToList();
        if (pages.Count == 0)
            throw new UnreadableException("表格文件里没有工作表");
        return new ExtractedDocument(pages, [.. pages.SelectMany(page => page.Split('\n')).Select(line => new Block { Text = line })])
        {
            Hidden = string.Join('\n', HiddenText.OfProperties(package)),
        };
    }

    private static string Part(IReadOnlyDictionary<string, string> targets, string name) =>
        targets.Values.FirstOrDefault(target => target.Contains(name)) ?? $"xl/{name}.xml";

    private static List<string> SharedStrings(XElement? part) =>
        [.. (part?.Elements() ?? []).Where(e => e.Name.LocalName == "si").Select(RichText)];

    // Phonetic guides (rPh) repeat the word; they are left out.
    private static string RichText(XElement element) =>
        string.Concat(
            element
                .Descendants()
                .Where(e => e.Name.LocalName == "t" && e.Ancestors().All(a => a.Name.LocalName != "rPh"))
                .Select(e => e.Value)
        );

    private static string SheetText(
        OfficePackage package,
        XElement sheet,
        IReadOnlyDictionary<string, string> targets,
        List<string> strings,
        CellFormats formats
    )
    {
        var id = sheet.Attributes().FirstOrDefault(a => a.Name.LocalName == "id" && a.Name.NamespaceName.Length > 0)?.Value ?? "";
        var lines = new List<string> { sheet.Attribute("name")?.Value ?? "" };
        if (!targets.TryGetValue(id, out var part) || package.Read(part) is not { } data)
            return lines[0];
        foreach (var row in data.Descendants().Where(element => element.Name.LocalName == "row"))
            lines.Add(
                string.Join('\t', row.Elements().Where(e => e.Name.LocalName == "c").Select(cell => CellText(cell, strings, formats)))
            );
        lines.AddRange(
            data.Descendants()
                .Where(e => e.Name.LocalName is "oddHeader" or "oddFooter" or "evenHeader" or "evenFooter")
                .Select(e => e.Value)
        );
        string[] besides = ["comments", "drawing", "chart"];
        lines.AddRange(package.Links(part));
        foreach (var target in Reachable(package, part).Where(target => besides.Any(target.Contains)))
            lines.AddRange(DrawingLines(package.Read(target)));
        return string.Join('\n', lines);
    }

    private static IEnumerable<string> Reachable(OfficePackage package, string part)
    {
        var direct = package.Relationships(part).Values.Distinct().ToList();
        return direct
            .Concat(direct.Where(target => target.Contains("drawing")).SelectMany(drawing => package.Relationships(drawing).Values))
            .Distinct();
    }

    private static IEnumerable<string> DrawingLines(XElement? part) =>
        (part?.Descendants() ?? [])
            .Where(element => element.Name.LocalName is "p" or "comment" or "pt")
            .Select(element => string.Concat(element.Descendants().Where(e => e.Name.LocalName is "t" or "v").Select(e => e.Value)))
            .Where(line => line.Length > 0);

    private static string CellText(XElement cell, List<string> strings, CellFormats formats)
    {
        var value = cell.Elements().FirstOrDefault(element => element.Name.LocalName == "v")?.Value ?? "";
        return cell.Attribute("t")?.Value switch
        {
            "s" => int.TryParse(value, out var index) && index >= 0 && index < strings.Count ? strings[index] : value,
            "inlineStr" => RichText(cell),
            "b" => value == "1" ? "TRUE" : "FALSE",
            "str" or "e" => value,
            _ => formats.Show(value, cell.Attribute("s")?.Value),
        };
    }
}
