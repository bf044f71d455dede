using System.Xml.Linq;

namespace TeacherGrowthHub.ResourceBank.Extraction.Office;

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
        var names = besides.SelectMany(name => package.Names(folder + name)).ToList();
        var parts = names.Select(package.Read).OfType<XElement>().ToList();
        var rest = parts.SelectMany(PartLines).Concat(names.Append(main).SelectMany(package.Links)).Concat(EmbeddedFiles.Texts(package));
        var text = string.Join('\n', blocks.SelectMany(BlockText.Lines).Concat(rest));
        return new ExtractedDocument([text], blocks)
        {
            Hidden = string.Join(
                '\n',
                HiddenText
                    .OfRevisions([body, .. parts])
                    .Concat(HiddenText.OfPictures([body, .. parts]))
                    .Concat(HiddenText.OfPackage(package))
            ),
        };
    }

    private static IEnumerable<string> PartLines(XElement part) =>
        part.Name.LocalName is "comments" ? part.Elements().Select(CommentText)
        : part.Name.LocalName is "footnotes" or "endnotes" ? part.Elements().SelectMany(NoteLines)
        : part.Name.LocalName is "hdr" or "ftr"
            ? part.Descendants().Where(element => element.Name.LocalName == "p").Select(ParagraphText.Of)
        : part.Descendants()
            .Where(element => element.Name.LocalName is "t" or "v" && !element.HasElements)
            .Select(element => element.Value);

    // The number ties a note to its place; separators have none that a reader sees.
    private static IEnumerable<string> NoteLines(XElement note)
    {
        var id = note.Attributes().FirstOrDefault(a => a.Name.LocalName == "id")?.Value;
        var isNote = note.Attributes().All(a => a.Name.LocalName != "type");
        return note.Descendants()
            .Where(element => element.Name.LocalName == "p")
            .Select((paragraph, index) => (isNote && index == 0 ? $"[{id}]" : "") + ParagraphText.Of(paragraph));
    }

    private static string CommentText(XElement comment) =>
        comment.Attributes().FirstOrDefault(a => a.Name.LocalName == "author")?.Value
        + "\n"
        + string.Join('\n', comment.Descendants().Where(element => element.Name.LocalName == "p").Select(ParagraphText.Of));

    private static IEnumerable<Block> Blocks(XElement parent, DocxLook look)
    {
        foreach (var element in parent.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "p":
                    yield return Paragraph(element, look);
                    foreach (var box in ParagraphText.TextBoxes(element).SelectMany(box => Blocks(box, look)))
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
        var text = ParagraphText.Of(paragraph);
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

    private static XElement? Child(XElement? parent, string name) =>
        parent?.Elements().FirstOrDefault(element => element.Name.LocalName == name);

    private static string? Value(XElement? element) => element?.Attributes().FirstOrDefault(a => a.Name.LocalName == "val")?.Value;
}
