using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TeacherGrowthHub.ResourceBank.Extraction.Office;

/// <summary>The sheets of a workbook, each as lines: its name, its rows, its headers and footers, comments, drawings and links.</summary>
internal sealed partial class XlsxSheets(
    OfficePackage package,
    IReadOnlyDictionary<string, string> targets,
    List<string> strings,
    CellFormats formats
)
{
    private const int MaxCharacters = 64 << 20;
    private static readonly string[] Besides = ["comments", "drawing", "chart", "diagrams/data"];
    private readonly List<string> _headers = [];
    private int _characters;

    /// <summary>Headers and footers with their codes, such as the path of the file.</summary>
    public IReadOnlyList<string> Headers => _headers;

    /// <summary>Text of the sheet that an element of the workbook names.</summary>
    public string Text(XElement sheet)
    {
        var id = sheet.Attributes().FirstOrDefault(a => a.Name.LocalName == "id" && a.Name.NamespaceName.Length > 0)?.Value ?? "";
        return Text(sheet.Attribute("name")?.Value ?? "", targets.GetValueOrDefault(id));
    }

    /// <summary>Text of a sheet after its name; the name alone when its part is lost.</summary>
    public string Text(string name, string? part)
    {
        var lines = new StringBuilder(name);
        foreach (var line in part is null ? [] : Lines(part).Where(line => line.Length > 0))
            lines.Append('\n').Append(Counted(line));
        return lines.ToString();
    }

    private IEnumerable<string> Lines(string part) =>
        package
            .Each(part, "row", "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
            .Select(element => element.Name.LocalName == "row" ? Row(element) : HeaderText(element.Value))
            .Concat(package.Links(part))
            .Concat(Reachable(part).Where(target => Besides.Any(target.Contains)).SelectMany(target => DrawingLines(package.Read(target))));

    private string HeaderText(string codes)
    {
        _headers.Add(codes);
        return Codes().Replace(codes, "\n").Trim();
    }

    private string Row(XElement row) =>
        string.Join('\t', row.Elements().Where(element => element.Name.LocalName == "c").Select(Cell)).TrimEnd('\t');

    private string Cell(XElement cell)
    {
        var value = cell.Elements().FirstOrDefault(element => element.Name.LocalName == "v")?.Value ?? "";
        return cell.Attribute("t")?.Value switch
        {
            "s" => int.TryParse(value, out var index) && index >= 0 && index < strings.Count ? Counted(strings[index]) : value,
            "inlineStr" => XlsxReader.RichText(cell),
            "b" => value == "1" ? "TRUE" : "FALSE",
            "str" or "e" or "d" => value,
            _ => formats.Show(value, cell.Attribute("s")?.Value),
        };
    }

    // A few bytes may point to one huge string again and again.
    private string Counted(string text) =>
        (_characters += text.Length) <= MaxCharacters ? text : throw new UnreadableException("表格内容异常庞大，没有读取");

    private IEnumerable<string> Reachable(string part)
    {
        var direct = package.Relationships(part).Values.Distinct().ToList();
        return direct
            .Concat(direct.Where(target => target.Contains("drawing")).SelectMany(drawing => package.Relationships(drawing).Values))
            .Distinct();
    }

    private static IEnumerable<string> DrawingLines(XElement? part) =>
        (part?.Descendants() ?? [])
            .Where(element => element.Name.LocalName is "p" or "comment" or "pt" or "author" or "threadedComment")
            .Select(element =>
                element.HasElements
                    ? string.Concat(
                        element.Descendants().Where(e => e.Name.LocalName is "t" or "v" or "text" && !e.HasElements).Select(e => e.Value)
                    )
                    : element.Value
            )
            .Where(line => line.Length > 0);

    // &L left, &"Arial,Bold" font, &12 size, &P page: places and looks, not words.
    [GeneratedRegex("&\"[^\"]*\"|&\\d+|&K[0-9A-F]{6}|&.")]
    private static partial Regex Codes();
}
