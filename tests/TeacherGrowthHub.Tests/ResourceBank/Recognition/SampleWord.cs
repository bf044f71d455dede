using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TeacherGrowthHub.Tests.ResourceBank.Recognition;

/// <summary>
/// Writes the lines of a sample as a Word file. "= " title style, "# " and "## " heading styles, "^ " big and centred,
/// "+…" automatic numbers (<see cref="SampleNumbering"/>), **bold**, "|a|b" a row of a table, "{3}" spans columns, "{v}" begins and "{^}" continues a vertical merge,
/// "\\" divides paragraphs of a cell, "> " adds one to the last cell, "\n" a line break, "\t" a tab.
/// </summary>
internal static partial class SampleWord
{
    private static readonly (string Mark, string Style)[] Styles = [("= ", "a3"), ("# ", "1"), ("## ", "2")];

    public static MemoryStream Write(IEnumerable<string> lines)
    {
        var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
                Style("a3", "Title"),
                Style("1", "heading 1"),
                Style("2", "heading 2")
            );
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = SampleNumbering.Definitions();
            main.Document = new Document(Body(lines));
        }
        bytes.Position = 0;
        return bytes;
    }

    private static Body Body(IEnumerable<string> lines)
    {
        var body = new Body();
        foreach (var line in lines)
        {
            if (line.StartsWith('|'))
                Table(body).AppendChild(Row(line[1..]));
            else if (line.StartsWith("> ", StringComparison.Ordinal))
                body.LastChild!.LastChild!.LastChild!.AppendChild(Paragraph(line[2..]));
            else
                body.AppendChild(Paragraph(line));
        }
        return body;
    }

    private static Table Table(Body body) => body.LastChild as Table ?? body.AppendChild(new Table());

    private static TableRow Row(string line) => new(line.Split('|').Select(Cell));

    private static TableCell Cell(string text)
    {
        var properties = new TableCellProperties();
        var marks = Marks().Match(text);
        if (int.TryParse(marks.Groups["span"].Value, out var span))
            properties.GridSpan = new GridSpan { Val = span };
        if (marks.Groups["merge"].Value == "v")
            properties.VerticalMerge = new VerticalMerge { Val = MergedCellValues.Restart };
        if (marks.Groups["merge"].Value == "^")
            properties.VerticalMerge = new VerticalMerge();
        return new TableCell([properties, .. text[marks.Length..].Split(@"\\").Select(Paragraph)]);
    }

    private static Paragraph Paragraph(string line)
    {
        var (mark, style) = Styles.FirstOrDefault(pair => line.StartsWith(pair.Mark, StringComparison.Ordinal));
        var properties = new ParagraphProperties();
        if (style is not null)
            properties.ParagraphStyleId = new ParagraphStyleId { Val = style };
        var list = List().Match(line).Value;
        if (list.Length > 0)
            properties.NumberingProperties = SampleNumbering.Properties(list);
        var isBig = line.StartsWith("^ ", StringComparison.Ordinal);
        if (isBig)
            properties.Justification = new Justification { Val = JustificationValues.Center };
        var text = line[(mark?.Length ?? (isBig ? 2 : list.Length))..];
        return new Paragraph([properties, .. text.Split("**").SelectMany((piece, i) => Runs(piece, isBold: i % 2 == 1, isBig))]);
    }

    private static IEnumerable<Run> Runs(string text, bool isBold, bool isBig)
    {
        if (text.Length == 0)
            yield break;
        var look = new RunProperties();
        if (isBold)
            look.Bold = new Bold();
        if (isBig)
            look.FontSize = new FontSize { Val = "36" };
        var run = new Run(look);
        foreach (var piece in Breaks().Split(text))
            run.AppendChild<OpenXmlElement>(
                piece switch
                {
                    @"\n" => new Break(),
                    @"\t" => new TabChar(),
                    _ => new Text(piece) { Space = SpaceProcessingModeValues.Preserve },
                }
            );
        yield return run;
    }

    private static Style Style(string id, string name) => new(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };

    [GeneratedRegex(@"^(?:\{(?<span>[0-9]+)\})?(?:\{(?<merge>[v^])\})?")]
    private static partial Regex Marks();

    [GeneratedRegex(@"^\+(?:L[0-2]|N[1-9]|B)? ")]
    private static partial Regex List();

    [GeneratedRegex(@"(\\n|\\t)")]
    private static partial Regex Breaks();
}
