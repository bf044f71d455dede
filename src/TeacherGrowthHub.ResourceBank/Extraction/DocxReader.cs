using System.Text;
using System.Xml.Linq;

namespace TeacherGrowthHub.ResourceBank.Extraction;

/// <summary>Reads a Word document: body with tables, text boxes, then headers, footers, notes, comments and diagrams.</summary>
internal static class DocxReader
{
    public static ExtractedDocument Read(Stream content, bool isEmbedded)
    {
        using var package = new OfficePackage(content, isEmbedded);
        var main = package.MainPart("word/document.xml");
        var body = package.Read(main)?.Elements().FirstOrDefault(element => element.Name.LocalName == "body");
        if (body is null)
            throw new UnreadableException("Word 文件里没有可读的正文");
        var folder = main[..(main.LastIndexOf('/') + 1)];
        var look = new DocxLook(package.Read(folder + "styles.xml"), package.Read(folder + "numbering.xml"), body);
        var blocks = Blocks(body, look).ToList();
        string[] besides = ["header", "footer", "footnotes", "endnotes", "comments", "diagrams/data", "charts/chart"];
        var parts = besides.SelectMany(name => package.Names(folder + name)).Select(package.Read).OfType<XElement>().ToList();
        var rest = parts.SelectMany(PartLines).Concat(package.Links(main)).Concat(package.EmbeddedTexts());
        var text = string.Join('\n', blocks.SelectMany(BlockText.Lines).Concat(rest));
        return new ExtractedDocument([text], blocks)
        {
            Hidden = string.Join('\n', HiddenText.OfRevisions([body, .. parts]).Concat(HiddenText.OfProperties(package))),
        };
    }

    private static IEnumerable<string> PartLines(XElement part) =>
        part.Name.LocalName is "comments" ? part.Elements().Select(CommentText)
        : part.Name.LocalName is "hdr" or "ftr" or "footnotes" or "endnotes"
            ? part.Descendants().Where(element => element.Name.LocalName == "p").Select(ParagraphText)
        : part.Descendants()
            .Where(element => element.Name.LocalName is "t" or "v" && !element.HasElements)
            .Select(element => element.Value);

    private static string CommentText(XElement comment) =>
        comment.Attributes().FirstOrDefault(a => a.Name.LocalName == "author")?.Value
        + "\n"
        + string.Join('\n', comment.Descendants().Where(element => element.Name.LocalName == "p").Select(ParagraphText));

    private static IEnumerable<Block> Blocks(XElement parent, DocxLook look)
    {
        foreach (var element in parent.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "p":
                    yield return Paragraph(element, look);
                    foreach (var box in TextBoxes(element).SelectMany(box => Blocks(box, look)))
                        yield return box;
                    break;
                case "tbl":
                    yield return Table(element, look);
                    break;
                case "sdt" or "sdtContent" or "customXml" or "smartTag" or "ins" or "moveTo" or "AlternateContent" or "Choice":
                    foreach (var inner in Blocks(element, look))
                        yield return inner;
                    break;
            }
        }
    }

    private static Block Paragraph(XElement paragraph, DocxLook look)
    {
        var text = ParagraphText(paragraph);
        return new Block
        {
            Text = text,
            Number = text.Trim().Length > 0 ? look.Number(paragraph) : "",
            IsHeading = look.IsHeading(paragraph, text),
            Lead = look.LeadOf(paragraph, text),
        };
    }

    private static Block Table(XElement table, DocxLook look) => new() { Rows = [.. Within(table, "tr").Select(row => Row(row, look))] };

    private static List<TableCell> Row(XElement row, DocxLook look)
    {
        var cells = new List<TableCell>();
        var column = 0;
        foreach (var cell in Within(row, "tc"))
        {
            var properties = Child(cell, "tcPr");
            var span = int.TryParse(Value(Child(properties, "gridSpan")), out var columns) ? Math.Clamp(columns, 1, 100) : 1;
            var merge = Child(properties, "vMerge");
            cells.Add(new TableCell(column, span, merge is not null && Value(merge) is null or "continue", [.. Blocks(cell, look)]));
            column += span;
        }
        return cells;
    }

    // Rows and cells may be wrapped in content controls.
    private static IEnumerable<XElement> Within(XElement parent, string name) =>
        parent
            .Elements()
            .SelectMany(element =>
                element.Name.LocalName == name ? [element]
                : element.Name.LocalName is "sdt" or "sdtContent" or "customXml" or "ins" ? Within(element, name)
                : []
            );

    private static IEnumerable<XElement> TextBoxes(XElement paragraph) =>
        paragraph.Descendants().Where(element => element.Name.LocalName == "txbxContent" && !IsFallback(element));

    private static bool IsFallback(XElement element) => element.Ancestors().Any(ancestor => ancestor.Name.LocalName == "Fallback");

    private static string ParagraphText(XElement paragraph)
    {
        var text = new StringBuilder();
        AppendRuns(paragraph, text);
        return text.ToString();
    }

    private static void AppendRuns(XElement parent, StringBuilder text)
    {
        foreach (var element in parent.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "t":
                    text.Append(element.Value);
                    break;
                case "tab" or "ptab" when parent.Name.LocalName == "r":
                    text.Append('\t');
                    break;
                case "br" or "cr":
                    text.Append('\n');
                    break;
                case "noBreakHyphen":
                    text.Append('-');
                    break;
                case "sym":
                    break;
                case "pPr" or "rPr" or "delText" or "instrText" or "del" or "moveFrom" or "txbxContent" or "Fallback" or "p" or "tbl":
                    break;
                default:
                    AppendRuns(element, text);
                    break;
            }
        }
    }

    private static XElement? Child(XElement? parent, string name) =>
        parent?.Elements().FirstOrDefault(element => element.Name.LocalName == name);

    private static string? Value(XElement? element) => element?.Attributes().FirstOrDefault(a => a.Name.LocalName == "val")?.Value;
}
